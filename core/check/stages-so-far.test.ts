import { expect, test } from "vitest";
import type { TranscriptLine } from "../transcript/transcript.ts";
import { stagesSoFar } from "./stages-so-far.ts";

const line = (stage: TranscriptLine["stage"], atMs: number): TranscriptLine => ({ direction: "note", stage, atMs, text: "" });

test("each stage lasts from the end of the one before it to its latest line", () => {
  expect(stagesSoFar([line("dns", 4), line("connect", 25), line("greeting", 30), line("greeting", 537)])).toEqual([
    { stage: "dns", ms: 4 },
    { stage: "connect", ms: 21 },
    { stage: "greeting", ms: 512 },
  ]);
});

test("before the first line there is no stage", () => {
  expect(stagesSoFar([])).toEqual([]);
});
