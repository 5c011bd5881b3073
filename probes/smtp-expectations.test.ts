import { expect, test } from "vitest";
import type { Expectation } from "#core/monitor/expectation.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetedLateAgain } from "#testing/server/dialogues/greeted-late-again.ts";
import { greetingDelayed } from "#testing/server/dialogues/greeting-delayed.ts";
import { leftAfterGreeting } from "#testing/server/dialogues/left-after-greeting.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { probePlayed } from "#testing/server/probe-played.ts";

const MET: Expectation[] = [
  { banner: "EXAMPLE esmtp" },
  { ehlo: "greets you" },
  { offers: ["SIZE", "8BITMIME"], offersNot: ["STARTTLS", "AUTH PLAIN"] },
  { sizeBytes: 1_000_000 },
  { offersNotInClear: ["AUTH"] },
];

test.each(MET)("a server that is as expected (%j) is up", async (wanted) => {
  expect(await probePlayed(good, { expect: wanted })).toMatchObject({ status: "up", reason: null });
});

test.each([
  [{ ehlo: "welcome" }, "ehlo.unexpected", 'The answer to EHLO does not hold "welcome".'],
  [{ offers: ["SIZE", "STARTTLS", "DSN"] }, "ehlo.capability-missing", "STARTTLS, DSN is not offered."],
  [{ offersNot: ["8BITMIME"] }, "ehlo.capability-forbidden", "8BITMIME is offered."],
  [{ offersNotInClear: ["8BITMIME"] }, "ehlo.capability-forbidden", "8BITMIME is offered in the clear."],
  [{ sizeBytes: 1_000_001 }, "ehlo.size", "Messages of up to 1000000 bytes are taken; 1000001 are wanted."],
] as const)("a server that is not as expected (%j) is down, and farewell is taken", async (wanted, code, detail) => {
  const result = await probePlayed(good, { expect: structuredClone(wanted) as Expectation });
  expect(result).toMatchObject({ status: "down", reason: { code, detail } });
  expect(result.transcript.at(-1)).toMatchObject({ stage: "quit", direction: "received" });
  expect(result.transcript.filter(({ failed }) => failed)).toHaveLength(1);
});

test("a banner without the expected text is down before EHLO is said", async () => {
  const result = await probePlayed(leftAfterGreeting, { expect: { banner: "postfix" } });
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "greeting.unexpected", detail: 'The banner does not hold "postfix".' },
  });
});

test("what is offered counts after TLS, and what must not be offered in the clear before it", async () => {
  const authority = makeAuthority();
  const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
  const options = { extraCas: [authority.cert], timeLimitMs: 2_000 };
  const probe = (wanted: Expectation) => probePlayed(starttlsGood(certificate), { tls: "starttls", expect: wanted }, options);
  expect(await probe({ offers: ["STARTTLS"] })).toMatchObject({ status: "up" });
  expect((await probe({ offersNot: ["STARTTLS"] })).reason).toMatchObject({ code: "ehlo.capability-forbidden" });
  expect(await probe({ offers: ["AFTER"], offersNot: ["BEFORE"], offersNotInClear: ["AFTER"] })).toMatchObject({ status: "up" });
  expect((await probe({ offers: ["BEFORE"] })).reason).toMatchObject({ code: "ehlo.capability-missing", stage: "ehlo-tls" });
});

test("a mechanism is found in either spelling of AUTH", async () => {
  const offered = ehloAnswered("250-mx.example\r\n250-AUTH=LOGIN\r\n250 AUTH PLAIN CRAM-MD5\r\n");
  expect((await probePlayed(offered, { expect: { offers: ["AUTH CRAM-MD5", "AUTH LOGIN"] } })).status).toBe("up");
  expect((await probePlayed(offered, { expect: { offersNot: ["AUTH PLAIN"] } })).reason?.code).toBe("ehlo.capability-forbidden");
});

test.each(["250-mx.example\r\n250 SIZE\r\n", "250-mx.example\r\n250 SIZE 0\r\n"])(
  "SIZE without a limit is enough (%j)",
  async (said) => {
    expect((await probePlayed(ehloAnswered(said), { expect: { sizeBytes: 5_000_000_000 } })).status).toBe("up");
  },
);

test("a server that names no SIZE does not promise any", async () => {
  const result = await probePlayed(ehloAnswered("250 mx.example\r\n"), { expect: { sizeBytes: 1 } });
  expect(result.reason).toMatchObject({ code: "ehlo.size", detail: "SIZE is not offered." });
});

test("a stage over its threshold degrades, with the number, and one under it does not", async () => {
  const result = await probePlayed(greetingDelayed, { slowMs: { greeting: 30, ehlo: 1_000 } }, { timeLimitMs: 2_000 });
  expect(result).toMatchObject({ status: "degraded", reason: { code: "greeting.slow", stage: "greeting" } });
  expect(result.reason!.detail).toMatch(/^It took [3-9]\d\d ms; slow is more than 30 ms\.$/);
});

test("a second greeting that comes after EHLO is not taken for its answer", async () => {
  const result = await probePlayed(greetedLateAgain);
  expect(result).toMatchObject({ status: "degraded", reason: { code: "greeting.desync", detail: "The server greeted twice." } });
  expect(result.facts.capabilities).toEqual(["SIZE 1000"]);
});

test("a server that greets by one name and answers by another is up, with a word about it", async () => {
  const result = await probePlayed(ehloAnswered("250 other.example\r\n"));
  expect(result).toMatchObject({ status: "up", warnings: ["The server greets as mx.example and answers EHLO as other.example."] });
});

test("bytes that are no printable ASCII degrade a check that went well otherwise", async () => {
  const result = await probePlayed(ehloAnswered("250-mx.example\r\n250 \x1b[2J\r\n"));
  expect(result).toMatchObject({ status: "degraded", reason: { code: "ehlo.malformed" }, facts: { capabilities: ["\\x1b[2J"] } });
});
