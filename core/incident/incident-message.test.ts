import { expect, test } from "vitest";
import { domainTargetSchema } from "../domain/domain-target.ts";
import type { TranscriptLine } from "../transcript/transcript.ts";
import { openedMessage, resolvedMessage, type IncidentFacts } from "./incident-message.ts";

const FACTS: IncidentFacts = {
  incidentId: 7,
  monitorId: 3,
  monitorName: "mx1",
  target: { kind: "smtp", host: "2001:db8::25", port: 25, tls: "starttls", ehloName: "probe.example.org" },
  startedAt: Date.UTC(2026, 10, 23, 18, 42, 7),
  reason: {
    code: "greeting.reply",
    stage: "greeting",
    reply: { code: 554, enhanced: null, lines: ["No SMTP service here"] },
    detail: null,
  },
  baseUrl: "https://watch.example.com",
};

const line = (text: string, failed?: true): TranscriptLine => ({ direction: "received", atMs: 1, stage: "greeting", text, failed });

test("an opened message says what, where, since when, why, and links to the incident", () => {
  expect(openedMessage(FACTS, [line("554 No SMTP service here", true)])).toMatchObject({
    kind: "incident_opened",
    monitorName: "mx1",
    target: "[2001:db8::25]:25",
    startedAt: "2026-11-23T18:42:07.000Z",
    endedAt: null,
    reason: FACTS.reason,
    diagnosis: { headline: "Greeting: 554 No SMTP service here" },
    lines: [{ text: "554 No SMTP service here", failed: true }],
    url: "https://watch.example.com/incidents/7",
  });
});

test("a resolved message says since when it is over, and carries no dialogue", () => {
  expect(resolvedMessage(FACTS, FACTS.startedAt + 60_000)).toMatchObject({
    kind: "incident_resolved",
    endedAt: "2026-11-23T18:43:07.000Z",
    lines: [],
  });
});

test("of a long dialogue the end is kept, twelve lines of it", () => {
  const dialogue = Array.from({ length: 40 }, (_, index) => line(`line ${index}`));
  const kept = openedMessage(FACTS, dialogue).lines.map(({ text }) => text);
  expect(kept).toHaveLength(12);
  expect(kept.at(-1)).toBe("line 39");
});

test("the failing line is always among the lines kept, with two after it", () => {
  const dialogue = Array.from({ length: 40 }, (_, index) => line(`line ${index}`, index === 5 ? true : undefined));
  const kept = openedMessage(FACTS, dialogue).lines;
  expect(kept.map(({ text }) => text)).toEqual(["line 0", "line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7"]);
  expect(kept[5]).toMatchObject({ failed: true });
});

test("ten thousand characters from a server, or a hundred lines, make no large message", () => {
  const lines = Array.from({ length: 100 }, () => "x".repeat(10_000));
  const reason = { ...FACTS.reason, reply: { code: 554, enhanced: null, lines }, detail: "y".repeat(10_000) };
  const message = openedMessage(
    { ...FACTS, reason },
    lines.map((text) => line(text)),
  );
  expect(JSON.stringify(message).length).toBeLessThan(12_000);
});

test("control characters and text that reorders itself are written out wherever they come from", () => {
  const hostile = "a\u001b[31m\u202eb\r\nBcc: c\u0000";
  const reason = { ...FACTS.reason, reply: { code: 554, enhanced: null, lines: [hostile] }, detail: hostile };
  const message = openedMessage({ ...FACTS, monitorName: hostile, reason }, [line(hostile, true)]);
  const { monitorName, reason: shown, lines, diagnosis } = message;
  for (const text of [monitorName, shown.detail, shown.reply?.lines[0], lines[0]?.text, diagnosis.headline]) {
    expect(text).toContain("\\x1b[31m\\u{202e}b\\x0d\\x0aBcc");
  }
});

test("of a domain it tells of the server that failed: what to try is about that one, and so are the lines", () => {
  const target = domainTargetSchema.parse({ kind: "domain", host: "example.com", port: 25, ehloName: "probe.example.org" });
  const at = { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls" } as const;
  const reason = {
    code: "connect.refused",
    stage: "connect",
    reply: null,
    detail: "mx1.example.com 192.0.2.1: ECONNREFUSED",
    at,
  } as const;
  const one = { ...line("ECONNREFUSED", true), path: "mx1.example.com 192.0.2.1" };
  const other = { ...line("220 ready"), path: "mx2.example.com 192.0.2.2" };
  const { diagnosis, lines, target: watched } = openedMessage({ ...FACTS, target, reason }, [one, other]);
  expect(watched).toBe("example.com");
  expect(lines).toEqual([one]);
  expect(diagnosis.next[0]).toContain("mx1.example.com 25");
});
