import { expect, test } from "vitest";
import type { Ending } from "#core/monitor/monitor.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetingRefused } from "#testing/server/dialogues/greeting-refused.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { leftAfterGreeting } from "#testing/server/dialogues/left-after-greeting.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { probePlayed } from "#testing/server/probe-played.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });

test("a check that ends at the greeting says nothing but QUIT", async () => {
  const result = await probePlayed(leftAfterGreeting, { until: "greeting", tls: "starttls" });
  expect(result).toMatchObject({ status: "up", facts: { banner: "mx.example ESMTP ready" } });
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", "greeting", "quit"]);
});

test("a check that ends after EHLO leaves an offer of STARTTLS alone", async () => {
  const offered = ehloAnswered("250-mx.example\r\n250 STARTTLS\r\n");
  const result = await probePlayed(offered, { until: "ehlo", tls: "starttls-required" });
  expect(result).toMatchObject({ status: "up", facts: { capabilities: ["STARTTLS"], tls: null } });
});

test.each([undefined, "tls"] as const)("a check that ends after TLS (%s) takes the capabilities again", async (until) => {
  const target: { tls: "starttls"; until?: Ending } = until === undefined ? { tls: "starttls" } : { tls: "starttls", until };
  const result = await probePlayed(starttlsGood(certificate), target, { extraCas: [authority.cert], timeLimitMs: 2_000 });
  expect(result).toMatchObject({ status: "up", facts: { capabilities: ["AFTER"] } });
});

test("each stage says what the server answered", async () => {
  const { stages } = await probePlayed(good);
  expect(stages.map(({ stage, reply }) => [stage, reply])).toEqual([
    ["dns", null],
    ["connect", null],
    ["greeting", { code: 220, enhanced: null, text: "mx.example ESMTP ready" }],
    ["ehlo", { code: 250, enhanced: null, text: "mx.example greets you" }],
    ["quit", { code: 221, enhanced: "2.0.0", text: "2.0.0 bye" }],
  ]);
});

test("a reply code that counts as fine ends the check well where it comes", async () => {
  const result = await probePlayed(greetingRefused("554 No SMTP service here"), { expect: { fineCodes: [554] } });
  expect(result).toMatchObject({
    status: "up",
    reason: null,
    warnings: expect.arrayContaining(["The reply code 554 counts as fine here, and the check ends with it."]),
  });
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", "greeting", "quit"]);
});

test("a stage ends with its own limit, long before the time limit of the check", async () => {
  const result = await probePlayed(greetingSilent, {}, { timeLimitMs: 10_000, stageLimitsMs: { greeting: 200 } });
  expect(result).toMatchObject({ status: "down", reason: { code: "greeting.timeout" } });
  expect(result.durationMs).toBeGreaterThan(190);
  expect(result.durationMs).toBeLessThan(1_000);
});
