import { expect, test } from "vitest";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { ehloEndless } from "#testing/server/dialogues/ehlo-endless.ts";
import { ehloTrickle } from "#testing/server/dialogues/ehlo-trickle.ts";
import { ehloUnknown } from "#testing/server/dialogues/ehlo-unknown.ts";
import { quitSilent } from "#testing/server/dialogues/quit-silent.ts";
import { probePlayed } from "#testing/server/probe-played.ts";

test.each([500, 502, 504])("a server that answers EHLO with %d is met with HELO, and is up", async (code) => {
  const result = await probePlayed(ehloUnknown(code));
  expect(result).toMatchObject({ status: "up", warnings: ["The server does not know EHLO, only HELO."] });
  expect(result.facts.capabilities).toEqual([]);
});

test.each([221, 354, 421, 530, 550])("EHLO answered with %d is a refusal", async (code) => {
  const result = await probePlayed(ehloAnswered(`${code} go away\r\n`));
  expect(result).toMatchObject({ status: "down", reason: { code: "ehlo.reply", reply: { code, lines: ["go away"] } } });
  expect(result.transcript.at(-1)).toMatchObject({ stage: "quit", text: "221 bye" });
});

test("a reply with two codes is a protocol failure, and nothing more is said", async () => {
  const result = await probePlayed(ehloAnswered("250-mx.example\r\n550 no\r\n"));
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "ehlo.protocol", detail: "One reply has the codes 250 and 550." },
  });
  expect(result.transcript.at(-1)).toMatchObject({ text: "550 no", failed: true });
});

test("capabilities without end are cut at the reply budget", async () => {
  expect(await probePlayed(ehloEndless)).toMatchObject({ status: "down", reason: { code: "ehlo.reply-too-large" } });
});

test("capabilities without end, one now and then, time out at the absolute deadline", async () => {
  const result = await probePlayed(ehloTrickle);
  expect(result.reason?.code).toBe("ehlo.timeout");
  expect(result.durationMs).toBeLessThan(1_200);
});

test("a farewell without an answer is a warning after one second, not a failure", async () => {
  const result = await probePlayed(quitSilent, {}, { timeLimitMs: 10_000 });
  expect(result).toMatchObject({ status: "up", reason: null, warnings: ["QUIT was not answered (timeout)."] });
  expect(result.stages.at(-1)!.ms).toBeGreaterThan(990);
  expect(result.stages.at(-1)!.ms).toBeLessThan(1_500);
});

test("a farewell without an answer ends with the time limit, where that is sooner", async () => {
  const result = await probePlayed(quitSilent, {}, { timeLimitMs: 400 });
  expect(result.status).toBe("up");
  expect(result.durationMs).toBeLessThan(900);
});
