import { expect, test } from "vitest";
import { bareLf } from "#testing/server/dialogues/bare-lf.ts";
import { goodInPieces } from "#testing/server/dialogues/good-in-pieces.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetingClosed } from "#testing/server/dialogues/greeting-closed.ts";
import { greetingDelayed } from "#testing/server/dialogues/greeting-delayed.ts";
import { greetingEndless } from "#testing/server/dialogues/greeting-endless.ts";
import { greetingFlood } from "#testing/server/dialogues/greeting-flood.ts";
import { greetingOf } from "#testing/server/dialogues/greeting-of.ts";
import { greetingRefused } from "#testing/server/dialogues/greeting-refused.ts";
import { greetingReset } from "#testing/server/dialogues/greeting-reset.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { greetingTrickle } from "#testing/server/dialogues/greeting-trickle.ts";
import { twoGreetings } from "#testing/server/dialogues/two-greetings.ts";
import { probePlayed, TIME_LIMIT_MS } from "#testing/server/probe-played.ts";

test("a good server is up, with its banner, its capabilities and a time for each stage", async () => {
  const result = await probePlayed(good);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.facts).toMatchObject({
    addresses: ["127.0.0.1"],
    address: "127.0.0.1",
    banner: "mx.example ESMTP ready",
    capabilities: ["SIZE 1000000", "8BITMIME"],
    tls: null,
  });
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", "greeting", "ehlo", "quit"]);
  expect(result.stages.every(({ ms }) => ms >= 0 && ms <= result.durationMs)).toBe(true);
});

test("the transcript has every line with its direction, its stage and when it happened", async () => {
  const heard: string[] = [];
  const result = await probePlayed(good, {}, { onLine: (line) => heard.push(line.text) });
  expect(result.transcript.map(({ direction, stage, text }) => `${stage} ${direction} ${text}`)).toEqual([
    expect.stringMatching(/^connect note connected to 127\.0\.0\.1 port \d+$/),
    "greeting received 220 mx.example ESMTP ready",
    "ehlo sent EHLO probe.example",
    "ehlo received 250-mx.example greets you",
    "ehlo received 250-SIZE 1000000",
    "ehlo received 250 8BITMIME",
    "quit sent QUIT",
    "quit received 221 2.0.0 bye",
  ]);
  const offsets = result.transcript.map(({ atMs }) => atMs);
  expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
  expect(heard).toEqual(result.transcript.map(({ text }) => text));
});

test.each([1, 3, 17])("a dialogue cut into pieces of %d bytes gives the same verdict as a whole one", async (bytes) => {
  const result = await probePlayed(goodInPieces(bytes), {}, { timeLimitMs: 5_000 });
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.facts).toMatchObject({ banner: "mx.example", capabilities: ["SIZE 1000000", "8BITMIME"] });
});

test("nothing is sent before the last line of a greeting that takes its time", async () => {
  const result = await probePlayed(greetingDelayed, {}, { timeLimitMs: 5_000 });
  expect(result.status).toBe("up");
  expect(result.stages.find(({ stage }) => stage === "greeting")!.ms).toBeGreaterThanOrEqual(290);
});

test("a connection that is accepted and broken off is a reset before the greeting", async () => {
  expect(await probePlayed(greetingReset)).toMatchObject({ status: "down", reason: { code: "greeting.reset", stage: "greeting" } });
});

test("a connection that is accepted and closed is one without a greeting", async () => {
  expect(await probePlayed(greetingClosed)).toMatchObject({ status: "down", reason: { code: "greeting.closed" } });
});

test("a server that says nothing times out, and a note marks where", async () => {
  const result = await probePlayed(greetingSilent);
  expect(result).toMatchObject({ status: "down", reason: { code: "greeting.timeout", reply: null } });
  expect(result.transcript.at(-1)).toMatchObject({ direction: "note", stage: "greeting", failed: true });
});

test("bytes that trickle in do not move the deadline", async () => {
  const result = await probePlayed(greetingTrickle);
  expect(result.reason?.code).toBe("greeting.timeout");
  expect(result.durationMs).toBeGreaterThan(TIME_LIMIT_MS - 5);
  expect(result.durationMs).toBeLessThan(TIME_LIMIT_MS + 500);
  expect(result.transcript.find(({ direction }) => direction === "received")!.text).toMatch(/^2{2,}$/);
});

test.each([
  ["421 4.3.2 mx.example too busy", 421, "4.3.2"],
  ["554 mx.example No SMTP service here", 554, null],
  ["521 mx.example does not accept mail", 521, null],
])("a greeting of %s is reported with what the server said, and farewell is taken", async (line, code, enhanced) => {
  const result = await probePlayed(greetingRefused(line));
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "greeting.reply", reply: { code, enhanced, lines: [line.slice(4)] } },
  });
  expect(result.transcript.filter(({ failed }) => failed).map(({ text }) => text)).toEqual([line]);
  expect(result.transcript.at(-1)).toMatchObject({ stage: "quit", text: "221 bye" });
});

test("a flood without a line end is cut at the line budget", async () => {
  const result = await probePlayed(greetingFlood);
  expect(result).toMatchObject({ status: "down", reason: { code: "greeting.line-too-long" } });
  expect(result.transcript.find(({ failed }) => failed)).toMatchObject({ direction: "received" });
});

test("a greeting without end is cut at the reply budget", async () => {
  const result = await probePlayed(greetingEndless);
  expect(result).toMatchObject({ status: "down", reason: { code: "greeting.reply-too-large" } });
  expect(JSON.stringify(result.transcript).length).toBeLessThanOrEqual(32 * 1024);
});

test.each([
  ["HTTP/1.1 400 Bad Request\r\n", "HTTP"],
  ["SSH-2.0-OpenSSH_9.2\r\n", "SSH"],
  ["* OK [CAPABILITY IMAP4rev1] ready\r\n", "IMAP"],
  ["+OK POP3 ready\r\n", "POP3"],
  ["\x16\x03\x01\x02\x00\x01", "TLS"],
])("a greeting of %j is no SMTP, and is named as %s", async (bytes, name) => {
  const { reason, status } = await probePlayed(greetingOf(bytes));
  expect(status).toBe("down");
  expect(reason).toMatchObject({ code: "greeting.not-smtp", detail: `The server speaks ${name}, not SMTP.` });
});

test.each(["22 mx.example\r\n", "999 mx.example\r\n", "mx.example\r\n", "220\tmx.example\r\n"])("%j is no reply", async (bytes) => {
  expect(await probePlayed(greetingOf(bytes))).toMatchObject({ status: "down", reason: { code: "greeting.protocol" } });
});

test("a greeting line that ends in a bare carriage return is no reply", async () => {
  expect((await probePlayed(greetingOf("220 mx.example\r"))).reason?.code).toBe("greeting.protocol");
  expect((await probePlayed(greetingOf("220 mx.example\rmore\r\n"))).reason?.code).toBe("greeting.protocol");
});

test("lines that end in a bare line feed are taken, with a warning", async () => {
  const result = await probePlayed(bareLf);
  expect(result).toMatchObject({ status: "up", warnings: ["The server ends lines with a bare line feed."] });
});

test("a second greeting is never taken for the answer to EHLO", async () => {
  const result = await probePlayed(twoGreetings);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "greeting.desync", detail: "The server sent more lines than one reply has." },
  });
});

test("control characters of a greeting are written out wherever it is kept", async () => {
  const { reason, facts, transcript } = await probePlayed(greetingRefused("554 \x00\x1b[31mred\x07"));
  expect(reason?.reply?.lines).toEqual(["\\x00\\x1b[31mred\\x07"]);
  expect(facts.banner).toBe("\\x00\\x1b[31mred\\x07");
  expect(transcript.find(({ failed }) => failed)!.text).toBe("554 \\x00\\x1b[31mred\\x07");
});
