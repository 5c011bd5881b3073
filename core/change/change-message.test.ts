import { expect, test } from "vitest";
import { messageSubject } from "../message/message-subject.ts";
import { changeMessage, type ChangeFacts } from "./change-message.ts";

const FACTS: ChangeFacts = {
  monitorId: 3,
  monitorName: "Mail in",
  target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" },
  at: Date.UTC(2026, 10, 23, 18, 42, 7),
  changes: [{ aspect: "starttls", before: true, after: false }],
  baseUrl: "https://watch.example.com",
};

test("a message says what has changed where and links to the monitor", () => {
  expect(changeMessage(FACTS)).toEqual({
    kind: "change",
    monitorKind: "smtp",
    monitorId: 3,
    monitorName: "Mail in",
    host: "mx1.example.com",
    target: "mx1.example.com:25",
    at: "2026-11-23T18:42:07.000Z",
    changes: FACTS.changes,
    url: "https://watch.example.com/monitors/3",
  });
});

test("its subject is the change, or the first of them", () => {
  expect(messageSubject(changeMessage(FACTS))).toBe("STARTTLS of mx1.example.com has vanished");
  const changes = [
    ...FACTS.changes,
    { aspect: "banner", before: "a", after: "b" } as const,
    { aspect: "software", before: "a", after: "b" } as const,
  ];
  expect(messageSubject(changeMessage({ ...FACTS, changes }))).toBe("STARTTLS of mx1.example.com has vanished, and 2 more");
});

test("what a server wrote is bounded and acts on nothing", () => {
  const hostile = `a\u001b[31m\u202eb\r\nBcc: c\u0000${"x".repeat(10_000)}`;
  const message = changeMessage({
    ...FACTS,
    monitorName: hostile,
    changes: [
      { aspect: "banner", before: hostile, after: hostile },
      { aspect: "capabilities", before: Array.from({ length: 1_000 }, () => hostile), after: [hostile] },
      {
        aspect: "certificate",
        before: null,
        after: { fingerprint256: "AA", subject: hostile, issuer: hostile, notAfter: hostile },
      },
    ],
  });
  const text = JSON.stringify(message);
  expect(text.length).toBeLessThan(40_000);
  expect(text).toContain(String.raw`a\\x1b[31m\\u{202e}b\\x0d\\x0aBcc`);
  // oxlint-disable-next-line no-control-regex -- they are exactly what must not be there
  expect(text).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(messageSubject(message)).not.toMatch(/[\r\n]/);
});
