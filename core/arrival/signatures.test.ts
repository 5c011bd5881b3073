import { expect, test } from "vitest";
import { readFields } from "./read-fields.ts";
import { readSignatures } from "./signatures.ts";

test("the signatures of a message are read, folded or not, each once", () => {
  const message = [
    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=Example.COM;",
    "\ts=S2026; h=from:to; bh=abc=; b=def",
    "DKIM-Signature: v=1; d=example.com; s=s2026; b=xyz",
    "DKIM-Signature: v=1; d=mail.provider.example; s=k1.eu; b=xyz",
    "Subject: DKIM-Signature: d=no.example; s=no",
    "",
    "DKIM-Signature: d=body.example; s=no",
  ].join("\r\n");
  expect(readSignatures(readFields(message))).toEqual([
    { domain: "example.com", selector: "s2026" },
    { domain: "mail.provider.example", selector: "k1.eu" },
  ]);
});

test.each([
  "d=example.com",
  "s=mail",
  "d=example.com; s=a b",
  "d=example.com; s=../x",
  "d=..; s=a",
  "d=example; s=a",
  ";;;=",
  "d=\u0000.com; s=a",
])("%j names none", (value) => {
  expect(readSignatures([{ name: "DKIM-Signature", value }])).toEqual([]);
});

test("a message with a thousand signatures has ten", () => {
  const fields = Array.from({ length: 1_000 }, (_, at) => ({ name: "dkim-signature", value: `d=a${at}.example; s=k` }));
  expect(readSignatures(fields)).toHaveLength(10);
});
