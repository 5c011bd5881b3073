import { expect, test } from "vitest";
import type { TranscriptLine } from "./transcript.ts";
import { TRANSCRIPT_BUDGET, trimTranscript } from "./trim-transcript.ts";

const lines = (count: number, text: string): TranscriptLine[] =>
  Array.from({ length: count }, (_, number) => ({ direction: "received", atMs: number, stage: "ehlo", text: `${number} ${text}` }));

const bytesOf = (transcript: TranscriptLine[]) => Buffer.byteLength(JSON.stringify(transcript));

test("a transcript within the budget stays as it is", () => {
  const short = lines(20, "250-KEYWORD");
  expect(trimTranscript(short)).toBe(short);
  const nearlyFull = lines(190, "x".repeat(100));
  expect(bytesOf(nearlyFull)).toBeLessThan(TRANSCRIPT_BUDGET);
  expect(trimTranscript(nearlyFull)).toBe(nearlyFull);
});

test.each(["x".repeat(100), "x".repeat(2_000), '"\\"\\"\\'.repeat(300), "ÿ€".repeat(500)])(
  "a longer one keeps its head and its tail, and says how much was cut",
  (text) => {
    const long = lines(1_000, text);
    const trimmed = trimTranscript(long);
    expect(bytesOf(trimmed)).toBeLessThanOrEqual(TRANSCRIPT_BUDGET);
    expect(bytesOf(trimmed)).toBeGreaterThan(TRANSCRIPT_BUDGET * 0.7);
    expect(trimmed[0]).toBe(long[0]);
    expect(trimmed.at(-1)).toBe(long.at(-1));
    const note = trimmed.find(({ direction }) => direction === "note")!;
    expect(note.text).toBe(`${1_000 - (trimmed.length - 1)} lines cut here`);
  },
);
