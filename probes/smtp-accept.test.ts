import { expect, test } from "vitest";
import type { Envelope } from "#core/monitor/envelope.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { acceptTested } from "#testing/server/dialogues/accept-tested.ts";
import { mailThen } from "#testing/server/dialogues/mail-then.ts";
import { quitThen } from "#testing/server/dialogues/quit-then.ts";
import { takenBack } from "#testing/server/dialogues/taken-back.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { close, expect as hear, hold, quiet, reset, send } from "#testing/server/steps.ts";
import type { Dialogue } from "#testing/server/steps.ts";
import type { ProbeOptions } from "./probe.ts";

const OK = "250 2.1.0 ok\r\n";
const NO = "550 5.1.1 no such user\r\n";
const ONE: Envelope = { from: "probe@probe.example", accepted: "joe@mx.example" };
const BOTH: Envelope = { ...ONE, refused: "nobody@elsewhere.example" };

const probe = (dialogue: Dialogue, envelope = ONE, target: Partial<SmtpTarget> = {}, options: Partial<ProbeOptions> = {}) =>
  probePlayed(dialogue, { until: "accept", envelope, ...target }, { timeLimitMs: 1_500, ...options });

type Result = Awaited<ReturnType<typeof probe>>;
const sent = ({ transcript }: Result) => transcript.filter(({ direction }) => direction === "sent").map(({ text }) => text);
const failedLine = ({ transcript }: Result) => transcript.filter(({ failed }) => failed).map(({ text }) => text);
const replyOf = ({ stages }: Result, stage: string) => stages.find((each) => each.stage === stage)?.reply?.code;

test("both recipients are named in one transaction, which is taken back", async () => {
  const result = await probe(acceptTested(OK, [OK, NO]), BOTH);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(sent(result)).toEqual([
    "EHLO probe.example",
    "MAIL FROM:<probe@probe.example>",
    "RCPT TO:<joe@mx.example>",
    "RCPT TO:<nobody@elsewhere.example>",
    "RSET",
    "QUIT",
  ]);
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", "greeting", "ehlo", "mail", "rcpt", "quit"]);
  expect([replyOf(result, "mail"), replyOf(result, "rcpt"), replyOf(result, "quit")]).toEqual([250, 550, 221]);
});

test("a sender may be empty, as that of a bounce is", async () => {
  const result = await probe(acceptTested(OK, [OK]), { from: "", accepted: "joe@mx.example" });
  expect(result.status).toBe("up");
  expect(sent(result)).toContain("MAIL FROM:<>");
});

test.each(["251 2.1.5 will forward\r\n", "252 2.5.0 cannot verify\r\n"])(
  "a recipient answered with %j is taken",
  async (answer) => {
    expect((await probe(acceptTested(OK, [answer]))).status).toBe("up");
  },
);

test.each([
  "452 4.3.1 Insufficient system storage",
  "552 5.3.4 full",
  "550 5.7.1 listed",
  "421 4.3.2 shutting down",
  "530 5.7.0 login first",
])("MAIL answered with %j is a refusal, and nothing is taken back that was not begun", async (answer) => {
  const result = await probe([...mailThen(send(`${answer}\r\n`)), hear(/^QUIT$/), send("221 bye\r\n")]);
  expect(result).toMatchObject({ status: "down", reason: { code: "mail.reply", reply: { code: Number(answer.slice(0, 3)) } } });
  expect(failedLine(result)).toEqual([answer]);
  expect(result.warnings).toEqual([]);
});

test.each([
  "452 4.3.1 Insufficient system storage",
  "450 4.2.1 Mailbox busy",
  "451 4.3.0 lookup failure",
  "550 5.1.1 no",
  "552 5.2.2 full",
  "554 5.7.1 listed",
])("RCPT answered with %j is a refusal, and all is taken back", async (answer) => {
  const result = await probe(acceptTested(OK, [`${answer}\r\n`]), BOTH);
  const code = Number(answer.slice(0, 3));
  expect(result).toMatchObject({ status: "down", reason: { code: "rcpt.reply", reply: { code, lines: [answer.slice(4)] } } });
  expect(result.retryAt).toBeUndefined();
  expect(failedLine(result)).toEqual([answer]);
  expect(replyOf(result, "rcpt")).toBe(code);
  expect(sent(result).slice(-2)).toEqual(["RSET", "QUIT"]);
});

test("a greylist degrades, and says when to come back", async () => {
  const startedAt = Date.now();
  const result = await probe(acceptTested(OK, ["450 4.7.1 Greylisted, try again in 120 seconds\r\n"]), BOTH);
  expect(result).toMatchObject({ status: "degraded", reason: { code: "rcpt.greylisted", stage: "rcpt", reply: { code: 450 } } });
  expect(result.retryAt! - startedAt).toBeGreaterThanOrEqual(120_000);
  expect(result.retryAt! - startedAt).toBeLessThan(123_000);
  expect(sent(result).slice(-3)).toEqual(["RCPT TO:<joe@mx.example>", "RSET", "QUIT"]);
});

test("a greylist that lets us through on the second try is no trouble any more", async () => {
  expect((await probe(acceptTested(OK, ["451 4.7.1 Greylisting in action, please come back in 00:00:01\r\n"]))).status).toBe(
    "degraded",
  );
  expect(await probe(acceptTested(OK, [OK]))).toMatchObject({ status: "up", reason: null });
});

test("a recipient that is taken and should not be is told", async () => {
  const result = await probe(acceptTested(OK, [OK, OK]), BOTH);
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "rcpt.not-refused", detail: "nobody@elsewhere.example was accepted." },
  });
});

test("only a refusal can be asked for", async () => {
  const only: Envelope = { from: "", refused: "nobody@elsewhere.example" };
  expect((await probe(acceptTested(OK, [NO]), only)).status).toBe("up");
  expect((await probe(acceptTested(OK, [OK]), only)).reason?.code).toBe("rcpt.not-refused");
});

test("a refusal for the moment says nothing about a recipient that is to be refused", async () => {
  const result = await probe(acceptTested(OK, [OK, "450 4.7.1 Greylisted\r\n"]), BOTH);
  expect(result).toMatchObject({ status: "up", warnings: [expect.stringContaining("could not be told: the server answered 450")] });
});

test.each([ONE, BOTH])("421 in the middle of a session is reported once, and nothing is asked for after it", async (envelope) => {
  const rcpts = envelope === BOTH ? [OK, "421 4.3.2 shutting down\r\n"] : ["421 4.3.2 shutting down\r\n"];
  const played = acceptTested(OK, rcpts, close).slice(0, -takenBack.length);
  const result = await probe(played, envelope);
  expect(result).toMatchObject({ status: "down", reason: { code: "rcpt.reply", reply: { code: 421 } }, warnings: [] });
  expect(failedLine(result)).toEqual(["421 4.3.2 shutting down"]);
  expect(sent(result)).not.toContain("RSET");
});

test("a reply code that counts as fine ends the accept test well, and all is taken back", async () => {
  const result = await probe(acceptTested(OK, ["450 4.7.1 Greylisted\r\n"]), BOTH, { expect: { fineCodes: [450] } });
  expect(result).toMatchObject({ status: "up", reason: null });
  expect(result.retryAt).toBeUndefined();
});

test.each([
  ["closes", close, "rcpt.closed"],
  ["resets", reset, "rcpt.reset"],
  ["does not answer", hold, "rcpt.timeout"], // one reply short
  ["says what is no reply", send("OK\r\n"), "rcpt.protocol"],
] as const)("a server that %s at RCPT is told apart", async (_, step, code) => {
  const result = await probe([...mailThen(send(OK)), hear(/^RCPT/), step, hold], ONE, {}, { timeLimitMs: 700 });
  expect(result).toMatchObject({ status: "down", reason: { code, reply: null } });
});

test("RSET without a proper answer is a warning, and no less up", async () => {
  const played = [
    ...acceptTested(OK, [OK]).slice(0, -takenBack.length),
    hear(/^RSET$/),
    send("500 what\r\n"),
    hear(/^QUIT$/),
    send("221 bye\r\n"),
  ];
  expect(await probe(played)).toMatchObject({ status: "up", warnings: ["RSET was answered with 500 instead of 250."] });
  const silent = [...acceptTested(OK, [OK]).slice(0, -takenBack.length), hear(/^RSET$/), hold];
  const result = await probe(silent, ONE, {}, { timeLimitMs: 5_000 });
  expect(result).toMatchObject({ status: "up", warnings: ["RSET was not answered (timeout)."] });
  expect(result.durationMs).toBeLessThan(1_600);
});

test("a line more than the answer to MAIL is seen and not taken for that to RCPT", async () => {
  const result = await probe(acceptTested(`${OK}250 and one more\r\n`, [NO]));
  expect(result).toMatchObject({ status: "down", reason: { code: "rcpt.reply", reply: { code: 550 } } });
  expect(await probe(acceptTested(`${OK}550 and one more\r\n`, [OK]))).toMatchObject({
    status: "degraded",
    reason: { code: "mail.desync" },
  });
});

test("a server that is one answer ahead of what it is asked is found out at QUIT, whatever it seemed to say", async () => {
  const played = [
    ...mailThen(send(OK)),
    hear(/^RCPT TO:<joe@/),
    send("250 2.1.0 this is still MAIL\r\n"),
    hear(/^RCPT TO:<nobody@/),
    send("550 5.1.1 this is joe\r\n"),
    hear(/^RSET$/),
    send("550 5.1.1 this is nobody\r\n"),
    hear(/^QUIT$/),
    send("250 2.0.0 this is RSET\r\n"),
    quiet(20),
    send("221 2.0.0 bye\r\n"),
  ];
  const result = await probe(played, BOTH);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "rcpt.desync", detail: "The server answered once more than it was asked." },
  });
});

test.each([
  ["does not close", hold],
  ["only closes its half", close],
  ["goes on talking", send("250 more\r\n".repeat(100))],
] as const)("a server that %s after QUIT is left within a second", async (_, step) => {
  const result = await probePlayed(quitThen(send("221 2.0.0 bye\r\n"), step, hold)); // throws where the socket stays open
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
});

test("QUIT answered with another code is a warning", async () => {
  const result = await probePlayed(quitThen(send("250 ok\r\n"), close));
  expect(result).toMatchObject({ status: "up", warnings: ["QUIT was answered with 250 instead of 221."] });
});

test.each([
  ["HTML", "<img src=x onerror=alert(1)><!--", "<img src=x onerror=alert(1)><!--"],
  ["a formula", "=HYPERLINK(0) +1 -1 @SUM", "=HYPERLINK(0) +1 -1 @SUM"],
  ["a format string", "%s%n %x ${jndi:ldap://x} {{7*7}} $(id) `id`", "%s%n %x ${jndi:ldap://x} {{7*7}} $(id) `id`"],
  ["a terminal's commands", "\x1b[2J\x1b]0;owned\x07\x9b31m", "\\x1b[2J\\x1b]0;owned\\x07\\x9b31m"],
  ["text that runs backwards", "\xe2\x80\xaegnp.exe", "\\u202egnp.exe"],
])("a refusal that holds %s is kept as text that does nothing", async (_, bytes, kept) => {
  const result = await probe(acceptTested(OK, [`550 5.7.1 ${bytes}\r\n`]));
  expect(result.reason).toMatchObject({ code: "rcpt.reply", reply: { code: 550, lines: [`5.7.1 ${kept}`] } });
  expect(failedLine(result)).toContain(`550 5.7.1 ${kept}`);
  expect(JSON.stringify(result)).not.toMatch(/[\x00-\x1f\x7f-\x9f]|\\u00[0-9a-f]{2}/); // oxlint-disable-line no-control-regex -- none may be left
});
