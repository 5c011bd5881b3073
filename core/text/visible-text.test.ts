import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");

test("escape sequences, NUL and line breaks are written out", () => {
  expect(visibleText("220 \u001b[31mmx\u0000 ready\r\n")).toBe("220 \\x1b[31mmx\\x00 ready\\x0d\\x0a");
});

test("characters that reorder text are written out", () => {
  expect(visibleText(bytes("220 \u202emoc.elpmaxe"))).toBe("220 \\u{202e}moc.elpmaxe");
});

test("UTF-8 on the wire is read as UTF-8", () => {
  expect(visibleText(bytes("250 Grüße, 日本"))).toBe("250 Grüße, 日本");
});

test("bytes that are no UTF-8 are read as Latin-1, their control bytes written out", () => {
  expect(visibleText("550 caf\u00e9 \u0085")).toBe("550 caf\u00e9 \\x85");
});

test("a note of ours with any character stays as it is", () => {
  expect(visibleText("connected · 192.0.2.1 → ok é")).toBe("connected · 192.0.2.1 → ok é");
});

test("whatever a server sends, nothing that controls a terminal or a page comes out", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
      expect(visibleText(Buffer.from(raw).toString("latin1"))).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u200f\ufeff]/u);
    }),
  );
});
