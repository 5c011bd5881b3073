import { expect, test } from "vitest";
import { MOST_CHARS, parseIncidentWords } from "./incident-words.ts";

test("a note is kept as it was typed, but for blank ends and the browser's line breaks", () => {
  expect(parseIncidentWords("  \r\nDisk full.\r\n\r\nCleared /var/spool.\r\n", "note")).toEqual({
    ok: true,
    words: "Disk full.\n\nCleared /var/spool.",
  });
});

test("as long as it may be it is kept, and one character more is refused with both figures", () => {
  expect(parseIncidentWords("x".repeat(MOST_CHARS.note), "note")).toMatchObject({ ok: true });
  expect(parseIncidentWords("x".repeat(10_000), "note")).toEqual({
    ok: false,
    complaint: "A note has at most 5,000 characters, and this has 10,000.",
  });
});

test("nothing is refused, and so is what only looks like nothing", () => {
  for (const typed of ["", " \r\n\t", "\0\0"]) {
    expect(parseIncidentWords(typed, "why")).toEqual({ ok: false, complaint: "Say in a few words why it is over." });
  }
});
