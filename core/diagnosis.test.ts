import { expect, test } from "vitest";
import { diagnose, reasonHeadline } from "./diagnosis.ts";
import { REASON_CODES } from "./reason.ts";
import type { Reason, ReasonCode } from "./reason.ts";

const target = { kind: "smtp", host: "mx.example", port: 587, tls: "starttls", ehloName: "probe.example" } as const;
const reason = (code: ReasonCode, rest: Partial<Reason> = {}): Reason => ({
  code,
  stage: null,
  reply: null,
  detail: null,
  ...rest,
});
const reply = (code: number, text: string, enhanced: string | null = null) => ({ code, enhanced, lines: [text] });

test.each(REASON_CODES)("%s has words for both readers, something to do next, and no placeholder left", (code) => {
  const { plain, expert, next, headline } = diagnose(reason(code), target);
  for (const sentence of [plain, expert]) expect(sentence).toMatch(/^\S.*\.$/s);
  expect(next.length).toBeGreaterThan(0);
  expect([plain, expert, headline, ...next].join()).not.toMatch(/[{}]|undefined/);
  expect(headline).toBe(reasonHeadline(code, null));
});

test("what was said is in the headline", () => {
  expect(diagnose(reason("connect.refused")).headline).toBe("Connection refused");
  expect(diagnose(reason("greeting.reply", { reply: reply(554, "No SMTP service here") })).headline).toBe(
    "Greeting: 554 No SMTP service here",
  );
  expect(diagnose(reason("tls.expired", { detail: "expired 3 days ago, on 2026-11-20" })).headline).toBe(
    "Certificate expired 3 days ago",
  );
  expect(reasonHeadline("ehlo-tls.reply", 421)).toBe("EHLO after TLS: 421");
  expect(reasonHeadline("greeting.reply", null)).toBe("Greeting refused");
});

test("commands are for the target and its way of TLS", () => {
  expect(diagnose(reason("tls.name"), target).next[0]).toContain("-connect mx.example:587 -starttls smtp -servername mx.example");
  expect(diagnose(reason("tls.name"), { ...target, tls: "implicit" }).next[0]).toContain("-connect mx.example:587 -servername");
});

test.each([
  [reply(421, "too busy"), "resources"],
  [reply(452, "4.3.1 disk full", "4.3.1"), "resources"],
  [reply(552, "5.2.2 mailbox full", "5.2.2"), "resources"],
  [reply(554, "5.7.1 listed", "5.7.1"), "blocklisting"],
  [reply(554, "no service"), "blocklisting"],
  [reply(550, "what"), "configuration"],
] as const)("a refused greeting of %j is put down to %s", (said, cause) => {
  expect(diagnose(reason("greeting.reply", { stage: "greeting", reply: said })).cause).toBe(cause);
});
