import { expect, test } from "vitest";
import { domainTargetSchema } from "../domain/domain-target.ts";
import {
  flappingMessage,
  openedMessage,
  resolvedMessage,
  worsenedMessage,
  type IncidentFacts,
} from "../incident/incident-message.ts";
import type { Reason } from "../reason/reason.ts";
import { messageSubject } from "./message-subject.ts";

const facts = (reason: Reason, monitorName = "mx1"): IncidentFacts => ({
  incidentId: 7,
  monitorId: 3,
  monitorName,
  target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.org" },
  startedAt: Date.UTC(2026, 10, 23),
  reason,
  baseUrl: "https://watch.example.com",
});

const REFUSED: Reason = { code: "connect.refused", stage: "connect", reply: null, detail: null };
const reply = { code: 554, enhanced: null, lines: ["no"] };

test.each<[string, Reason]>([
  ["Down: mx1 — greeting 554", { code: "greeting.reply", stage: "greeting", reply, detail: null }],
  ["Down: mx1 — ehlo 554", { code: "ehlo-tls.reply", stage: "ehlo-tls", reply, detail: null }],
  ["Down: mx1 — greeting timeout", { code: "greeting.timeout", stage: "greeting", reply: null, detail: null }],
  ["Down: mx1 — connect refused", REFUSED],
  ["Down: mx1 — tls expired", { code: "tls.expired", stage: "tls", reply: null, detail: null }],
  ["Down: mx1 — starttls missing", { code: "starttls.missing", stage: "starttls", reply, detail: null }],
])("an outage reads %j", (subject, reason) => {
  expect(messageSubject(openedMessage(facts(reason), []))).toBe(subject);
});

test("of a domain it says which of its mail servers", () => {
  const at = { kind: "smtp", host: "mx2.example.com", port: 25, tls: "starttls" } as const;
  const target = domainTargetSchema.parse({ kind: "domain", host: "example.com", ehloName: "probe.example.org" });
  const message = openedMessage({ ...facts({ ...REFUSED, at }, "example.com"), target }, []);
  expect(messageSubject(message)).toBe("Down: example.com — mx2.example.com: connect refused");
  expect(message.diagnosis.next.join("\n")).toContain("mx2.example.com 25");
});

test("a recovery says how long it lasted", () => {
  expect(messageSubject(resolvedMessage(facts(REFUSED), facts(REFUSED).startedAt + 252_000))).toBe("Up again: mx1 after 4 min");
});

test("a long name leaves room for the reason", () => {
  const subject = messageSubject(openedMessage(facts(REFUSED, "n".repeat(100)), []));
  expect(subject).toMatch(/^Down: n+… — connect refused$/);
  expect(subject.length).toBeLessThan(90);
});

test("trouble that is not an outage reads so, and an outage that it becomes, too", () => {
  const greylisted: Reason = { code: "rcpt.greylisted", stage: "rcpt", reply, detail: null };
  const degraded = { ...facts(greylisted), status: "degraded" } as const;
  expect(messageSubject(openedMessage(degraded, []))).toBe("Degraded: mx1 — rcpt greylisted");
  expect(messageSubject(worsenedMessage({ ...degraded, reason: REFUSED }, []))).toBe("Down: mx1 — connect refused");
  expect(messageSubject(resolvedMessage(degraded, degraded.startedAt + 252_000))).toBe("Fine again: mx1 after 4 min");
});

test("one that comes and goes reads so, and its end says that it is steady", () => {
  const { startedAt } = facts(REFUSED);
  const turns = [0, 2, 6].map((minutes) => startedAt + minutes * 60_000);
  expect(messageSubject(flappingMessage(facts(REFUSED), turns))).toBe("Flapping: mx1 — 3 changes in 6 min");
  expect(messageSubject(resolvedMessage(facts(REFUSED), startedAt + 6 * 3_600_000, true))).toBe(
    "Up and steady again: mx1 after 6 h",
  );
});
