import fc from "fast-check";
import { expect, test } from "vitest";
import { STAGES } from "../check/stage.ts";
import { transcriptDiff } from "./transcript-diff.ts";
import type { TranscriptLine } from "./transcript.ts";

const line = (direction: TranscriptLine["direction"], stage: TranscriptLine["stage"], text: string, atMs = 0): TranscriptLine => ({
  direction,
  stage,
  text,
  atMs,
});
const rowsOf = (left: TranscriptLine[], right: TranscriptLine[]) => transcriptDiff(left, right).flatMap(({ rows }) => rows);
const kinds = (left: TranscriptLine[], right: TranscriptLine[]) => rowsOf(left, right).map((row) => row.kind);

test("a dialogue beside itself is the same, whatever the offsets", () => {
  const lines = [line("note", "dns", "192.0.2.1"), line("received", "greeting", "220 mx"), line("sent", "ehlo", "EHLO a")];
  const later = lines.map((each) => ({ ...each, atMs: 99 }));
  expect(kinds(lines, later)).toEqual(["same", "same", "same"]);
});

test("another reply at the same place is marked as changed, and what never came stands alone", () => {
  const failed = [line("received", "greeting", "554 No SMTP service here")];
  const good = [line("received", "greeting", "220 mx ready"), line("sent", "ehlo", "EHLO a"), line("received", "ehlo", "250 mx")];
  expect(kinds(failed, good)).toEqual(["changed", "only-right", "only-right"]);
});

test("a capability that is gone is found between those that stayed", () => {
  const failed = [
    line("received", "ehlo", "250-mx"),
    line("received", "ehlo", "250-PIPELINING"),
    line("received", "ehlo", "250 8BITMIME"),
  ];
  const good = [failed[0]!, failed[1]!, line("received", "ehlo", "250-STARTTLS"), failed[2]!];
  const rows = rowsOf(failed, good);
  expect(rows.map((row) => row.kind)).toEqual(["same", "same", "only-right", "same"]);
  expect(rows[2]!.right!.text).toBe("250-STARTTLS");
});

test("with implicit TLS the handshake stays before the greeting", () => {
  const good = [line("note", "connect", "to 192.0.2.1"), line("note", "tls", "TLSv1.3"), line("received", "greeting", "220 mx")];
  const rows = rowsOf([good[0]!, { ...good[1]!, text: "TLSv1.2" }], good);
  expect(rows.map(({ kind, right }) => `${kind} ${right!.stage}`)).toEqual(["same connect", "changed tls", "only-right greeting"]);
});

test("each way to the server is laid beside itself, and one that only one of them took stands alone", () => {
  const over = (path: string, text: string) => ({ ...line("received", "greeting", text), path });
  const diff = transcriptDiff(
    [over("IPv4", "220 mx"), over("IPv6", "554 no")],
    [over("IPv4", "220 mx"), line("note", "quit", "cut")],
  );
  expect(diff.map(({ path, rows }) => [path, rows.map(({ kind }) => kind)])).toEqual([
    ["IPv4", ["same", "only-right"]],
    ["IPv6", ["only-left"]],
  ]);
});

const transcript = fc
  .array(
    fc.record({
      direction: fc.constantFrom("sent" as const, "received" as const, "note" as const),
      stage: fc.constantFrom(...STAGES),
      text: fc.constantFrom("a", "b", "c"),
      atMs: fc.nat(1000),
    }),
    { maxLength: 30 },
  )
  .map((lines) => lines.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)));

test("every line of both stands in exactly one row, in its order", () => {
  fc.assert(
    fc.property(transcript, transcript, (left, right) => {
      const rows = rowsOf(left, right);
      expect(rows.flatMap((row) => (row.left ? [row.left.index] : []))).toEqual(left.map((_, index) => index));
      expect(rows.flatMap((row) => (row.right ? [row.right.index] : []))).toEqual(right.map((_, index) => index));
      expect(rows.every((row) => row.kind !== "same" || row.left?.text === row.right?.text)).toBe(true);
    }),
  );
});
