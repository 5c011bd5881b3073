import { expect, test } from "vitest";
import { parseTag, parseTags } from "./tag.ts";

test("tags are lower case, each once, without the spaces around them", () => {
  expect(parseTags(" Mail In ,berlin,, BERLIN , zürich-2")).toEqual({ ok: true, tags: ["mail in", "berlin", "zürich-2"] });
  expect(parseTags("")).toEqual({ ok: true, tags: [] });
});

test.each([
  ["a".repeat(31), "A tag has at most 30 characters."],
  [Array.from({ length: 11 }, (_, index) => `tag${index}`).join(","), "There are at most 10 tags."],
  ["<b>", "A tag begins and ends with a letter or digit; between may be spaces and any of . _ : / + -"],
  ["-x", "A tag begins and ends with a letter or digit; between may be spaces and any of . _ : / + -"],
  ["a\u0000b", "A tag begins and ends with a letter or digit; between may be spaces and any of . _ : / + -"],
])("%j is answered with a sentence", (text, error) => {
  expect(parseTags(text)).toEqual({ ok: false, error });
});

test("ten of thirty characters are fine", () => {
  const ten = Array.from({ length: 10 }, (_, index) => `${index}${"ü".repeat(29)}`);
  expect(parseTags(ten.join(", "))).toEqual({ ok: true, tags: ten });
});

test("an address names one tag or none", () => {
  expect(parseTag("Berlin")).toBe("berlin");
  expect(["a,b", "", "<", undefined, ["a"], "x".repeat(5_000)].map(parseTag)).toEqual([null, null, null, null, null, null]);
});
