import { expect, test } from "vitest";
import { reasonHeadline } from "../diagnosis/diagnosis.ts";
import type { Kind } from "../monitor/monitor.ts";
import { REASON_CODES } from "../reason/reason.ts";
import { incidentSentence, incidentSubject } from "./incident-sentence.ts";

test("an incident says who, what stopped and why", () => {
  expect(incidentSentence("Mail in", "connect.refused", "Connection refused")).toBe(
    "Mail in could not be reached: Connection refused",
  );
  expect(incidentSentence("mx1", "ehlo-tls.timeout", "No answer")).toBe("mx1 did not answer EHLO after TLS: No answer");
});

test("where the server said no, what it said stands in the sentence once", () => {
  expect(incidentSentence("mx1", "greeting.reply", "Greeting: 554 No SMTP service here")).toBe(
    "mx1 turned us away: 554 No SMTP service here",
  );
  expect(incidentSentence("mx1", "rcpt.reply", "RCPT TO: 452 4.3.1 Disk full")).toBe(
    "mx1 stopped accepting recipients: 452 4.3.1 Disk full",
  );
});

test("an incident of a domain is told of the mail server that is in trouble", () => {
  const at = { kind: "smtp", host: "mx2.example.com", port: 25, tls: "starttls" } as const;
  const told = (kind: Kind) =>
    incidentSentence(incidentSubject("example.com", kind, { at }), "connect.refused", "Connection refused");
  expect(told("domain")).toBe("example.com: mx2.example.com could not be reached: Connection refused");
  expect(told("mailflow")).toBe("example.com could not be reached: Connection refused");
  expect(incidentSubject("example.com", "domain", {})).toBe("example.com");
});

test("without a stage the reason stands alone", () => {
  expect(incidentSentence("mx1", "check.failed", "The check broke")).toBe("mx1: The check broke");
});

test("every reason makes a sentence that begins with the monitor's name", () => {
  for (const code of REASON_CODES) {
    expect(incidentSentence("mx1", code, reasonHeadline(code, 554))).toMatch(/^mx1[ :].*[^ :]$/);
  }
});

test.each([
  ["rcpt.not-refused", "mx1: Recipient was not refused"],
  ["rcpt.slow", "mx1: Answer to the recipient is slow"],
  ["ehlo.capability-missing", "mx1: A capability is missing"],
  ["auth.stopped", "mx1: Login was refused and is not tried again"],
  ["tls.expiring", "mx1: Certificate expires soon"],
  ["rcpt.greylisted", "mx1 did not take the recipient: Greylisted"],
  ["starttls.vanished", "mx1 could not start TLS: STARTTLS is no longer offered"],
] as const)("what a server did badly is not told as not done: %s", (code, sentence) => {
  expect(incidentSentence("mx1", code, reasonHeadline(code, null))).toBe(sentence);
});
