import fc from "fast-check";
import { expect, test } from "vitest";
import { linkedText } from "./linked-text.ts";

const hrefs = (text: string) => linkedText(text).flatMap(({ href }) => href ?? []);

test("web addresses are linked, and the sentence around them is not", () => {
  expect(linkedText("See https://status.example.com/i/7, then ring.")).toEqual([
    { text: "See " },
    { text: "https://status.example.com/i/7", href: "https://status.example.com/i/7" },
    { text: ", then ring." },
  ]);
  expect(hrefs("(http://a.example/x?y=1&z=2#top). https://en.example/wiki/Mail_(box)!")).toEqual([
    "http://a.example/x?y=1&z=2#top",
    "https://en.example/wiki/Mail_(box)",
  ]);
});

test.each([
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "//evil.example",
  "https://",
  "https://[",
])("nothing but the web is linked: %j is not", (text) => {
  expect(hrefs(text)).toEqual([]);
});

test("a quote ends an address", () => {
  expect(hrefs('https://a.example/"onmouseover="alert(1)')).toEqual(["https://a.example/"]);
});

test("no text is lost, and what reorders a text is shown as such", () => {
  expect(linkedText("a\u202eb\u0000c\td\ne")).toEqual([{ text: "a\ufffdb\ufffdc\td\ne" }]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("https://a.example", "(", ")", ".", " ", "ü", "http://", "x")), (pieces) => {
      const text = pieces.join("");
      expect(
        linkedText(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
