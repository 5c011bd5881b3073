import { expect, test } from "vitest";
import { linesByPath } from "./lines-by-path.ts";
import type { TranscriptLine } from "./transcript.ts";

const line = (text: string, path?: string): TranscriptLine => ({
  direction: "received",
  atMs: 1,
  stage: "greeting",
  text,
  ...(path && { path }),
});
const shown = (lines: TranscriptLine[]) =>
  linesByPath(lines).map(({ path, lines: grouped }) => [path, grouped.map(({ text, index }) => `${index} ${text}`)]);

test("a dialogue on one way is one group, in its order", () => {
  expect(shown([line("a"), line("b")])).toEqual([[null, ["0 a", "1 b"]]]);
  expect(shown([])).toEqual([]);
});

test("lines of several ways that speak at once come together, each with its own number", () => {
  expect(shown([line("a", "IPv4"), line("b", "IPv6"), line("c", "IPv4")])).toEqual([
    ["IPv4", ["0 a", "2 c"]],
    ["IPv6", ["1 b"]],
  ]);
});

test("the note of a cut stays where it was made", () => {
  expect(shown([line("a", "IPv4"), line("b", "IPv6"), line("3 lines cut here"), line("c", "IPv6")])).toEqual([
    ["IPv4", ["0 a"]],
    ["IPv6", ["1 b", "2 3 lines cut here", "3 c"]],
  ]);
});
