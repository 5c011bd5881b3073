import { expect, test } from "vitest";
import { composeTestMessage, tokenIn, type TestMessage } from "./test-message.ts";

const MESSAGE: TestMessage = {
  from: "sender@example.com",
  to: "reader+test@example.org",
  token: "k7d2m9x4q8w1z5r3t6y0p2s4v",
  sentAt: Date.UTC(2026, 10, 29, 10, 0, 5),
  host: "probe.example.net",
  abuse: "https://probe.example.net/abuse",
};

test("a test message says what it is, whose it is and where to complain", () => {
  const [header, body] = composeTestMessage(MESSAGE).split("\r\n\r\n", 2);
  expect(header!.split("\r\n")).toEqual([
    "From: <sender@example.com>",
    "To: <reader+test@example.org>",
    "Subject: Mail test k7d2m9x4q8w1z5r3t6y0p2s4v",
    "Date: Sun, 29 Nov 2026 10:00:05 +0000",
    "Message-ID: <k7d2m9x4q8w1z5r3t6y0p2s4v@probe.example.net>",
    "Auto-Submitted: auto-generated",
    "X-Auto-Response-Suppress: All",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=us-ascii",
    "Content-Transfer-Encoding: 7bit",
  ]);
  expect(body).toContain("This message tests whether mail arrives.");
  expect(composeTestMessage(MESSAGE)).toContain("\r\nhttps://probe.example.net/abuse\r\n");
});

test.each([0, 1, 1_000, 100_000])("one of %d bytes or more is of lines that any server takes", (sizeBytes) => {
  const text = composeTestMessage({ ...MESSAGE, sizeBytes });
  expect(text.length).toBeGreaterThanOrEqual(sizeBytes);
  expect(text.length).toBeLessThan(Math.max(sizeBytes, 900) + 78);
  expect(text).toMatch(/^(?:[\x20-\x7e]{0,78}\r\n)+$/);
});

test.each<Partial<TestMessage>>([
  { from: "a@example.com\r\nBcc: b@example.com" },
  { from: "" },
  { to: "a@example.com>, <b@example.com" },
  { token: "short" },
  { token: "k7d2m9x4q8w1z5r3t6y0p2s4v\r\n.\r\n" },
  { host: "a b" },
  { abuse: "one\r\n.\r\nQUIT" },
])("what could add to it makes none: %j", (other) => {
  expect(() => composeTestMessage({ ...MESSAGE, ...other })).toThrow("A test message is made of mailboxes");
});

test("its token is found again where servers leave it", () => {
  const { token } = MESSAGE;
  expect(tokenIn(`Mail test ${token}`)).toBe(token);
  expect(tokenIn(`[SPAM] Mail test ${token} `)).toBe(token);
  expect(tokenIn(`<${token}@probe.example.net>`)).toBe(token);
  expect(tokenIn("Mail test")).toBeNull();
  expect(tokenIn(`Mail test ${token}0`)).toBeNull();
});
