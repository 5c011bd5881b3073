import fc from "fast-check";
import { expect, test } from "vitest";
import { mailboxName } from "./mailbox-name.ts";
import { isQuotable, quoted } from "./quoted.ts";

test.each([
  ["INBOX", '"INBOX"'],
  ['say "hi"', String.raw`"say \"hi\""`],
  [String.raw`back\slash`, String.raw`"back\\slash"`],
  ["", '""'],
])("%j is quoted as %s", (text, said) => {
  expect(quoted(text)).toBe(said);
});

test.each([
  ["Entwürfe", "Entw&APw-rfe"],
  ["台北/日本語", "&U,BTFw-/&ZeVnLIqe-"], // the example of RFC 3501 section 5.1.3, but for its mail
  ["R&D", "R&-D"],
  ["😀", "&2D3eAA-"],
])("the folder %s is %s on the wire", (name, wire) => {
  expect(mailboxName(name)).toBe(wire);
});

test("whatever a folder is called, it is one quoted string and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(isQuotable(mailboxName(name))).toBe(true);
      expect(quoted(mailboxName(name))).toMatch(/^"(?:[^"\\]|\\["\\])*"$/);
    }),
    { numRuns: 1_000 },
  );
});

test.each(["a\r\na9 DELETE INBOX", "a\0", "ü"])("%j is never quoted", (text) => {
  expect(isQuotable(text)).toBe(false);
  expect(() => quoted(text)).toThrow(/printable ASCII/);
});
