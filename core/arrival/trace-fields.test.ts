import { expect, test } from "vitest";
import { readReceived } from "./received.ts";
import { traceFields, type Trace } from "./trace-fields.ts";

const TRACE: Trace = {
  sender: "probe@example.org",
  helo: "mail.example.org",
  peer: "192.0.2.7",
  tls: "TLSv1.3",
  by: "in.example.net",
  receivedAt: Date.UTC(2026, 10, 29, 7, 30),
};
const receivedOf = (text: string) => text.replace(/\r\n(?=\t)/g, "").split("\r\n")[1]!;

test("they say who sent a message and how it came, as one reads it of any server", () => {
  const text = traceFields(TRACE);
  expect(text).toMatch(/^Return-Path: <probe@example\.org>\r\nReceived: from mail\.example\.org \(\[192\.0\.2\.7\]\)/);
  expect(text.endsWith("+0000\r\n")).toBe(true);
  expect(readReceived(receivedOf(text))).toEqual({
    from: "mail.example.org",
    by: "in.example.net",
    protocol: "ESMTPS",
    at: TRACE.receivedAt,
    tls: "TLS 1.3",
  });
});

test("in the clear they say so, and an empty sender is an empty one", () => {
  const text = traceFields({ ...TRACE, tls: null, sender: "", peer: "2001:db8::7" });
  expect(text).toContain("Return-Path: <>\r\n");
  expect(text).toContain("([IPv6:2001:db8::7])");
  expect(readReceived(receivedOf(text))).toMatchObject({ protocol: "ESMTP", tls: false });
});

test.each(["a; by evil.example", "a\r\nX-Evil: 1", "(", "a b", "x".repeat(256), ""])("a name like %j adds nothing", (helo) => {
  const text = traceFields({ ...TRACE, helo, sender: `a@b>\r\nX-Evil: 1` });
  expect(text.split("\r\n")).toHaveLength(5);
  expect(text).toContain("Return-Path: <>\r\nReceived: from unknown ([192.0.2.7])");
});
