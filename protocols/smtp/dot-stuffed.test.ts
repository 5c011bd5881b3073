import fc from "fast-check";
import { expect, test } from "vitest";
import { dotStuffed } from "./dot-stuffed.ts";

test.each([
  ["", ""],
  ["a", "a\r\n"],
  ["a\r\n", "a\r\n"],
  ["a\nb\rc\r\nd", "a\r\nb\r\nc\r\nd\r\n"],
  [".\r\n", "..\r\n"],
  ["..a\n.b", "...a\r\n..b\r\n"],
  ["a\r\n.\r\nMAIL FROM:<x@y>\r\n", "a\r\n..\r\nMAIL FROM:<x@y>\r\n"],
  ["a\n.\nb", "a\r\n..\r\nb\r\n"],
  ["a\r.\rb", "a\r\n..\r\nb\r\n"],
  ["\n", "\r\n"],
  ["\r\r\n", "\r\n\r\n"],
])("%j becomes %j", (message, sent) => expect(dotStuffed(message)).toBe(sent));

test("whatever the message, it has no end of its own, no bare line end, and comes out as it went in", () => {
  const piece = fc.constantFrom("\r", "\n", "\r\n", ".", "..", "a", ".a", "\r\n.\r\n", "\n.\n", "\r.\r");
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (message) => {
        const sent = dotStuffed(message);
        expect(`\r\n${sent}`).not.toContain("\r\n.\r\n");
        expect(sent.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const received = sent
          .split("\r\n")
          .map((line) => line.replace(/^\./, ""))
          .join("\n");
        expect(received).toBe(message.replace(/\r\n?/g, "\n").replace(/(?<=[^\n])$/, "\n"));
      },
    ),
    { numRuns: 2_000 },
  );
});
