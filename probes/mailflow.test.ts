import { expect, onTestFinished, test } from "vitest";
import type { CheckResult } from "#core/check/result.ts";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { playRun, type PlayedRun } from "#testing/play-run.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { expect as hear, hold, send, close, type Dialogue, type Step } from "#testing/server/steps.ts";
import { runProbe, type ProbeOptions } from "./probe.ts";

const GREETED: Dialogue = [send("220 mx.example ESMTP\r\n"), hear(/^EHLO probe\.example\.net$/), send("250 mx.example\r\n")];
const BYE: Dialogue = [hear(/^QUIT$/), send("221 bye\r\n"), close];
const answered = (line: RegExp, reply: string): Dialogue => [hear(line), send(`${reply}\r\n`)];
const ENVELOPE: Dialogue = [
  ...answered(/^MAIL FROM:<ada@example\.com>$/, "250 ok"),
  ...answered(/^RCPT TO:<bob@example\.org>$/, "250 ok"),
];

/** Reads a message up to its end. */
const untilDot: Step = async (player) => {
  while ((await player.line()) !== ".");
};

const HELLO = `  - { smtp: connect, server: out }
  - { smtp: ehlo }`;
const SENDING = `${HELLO}
  - { smtp: mail, from: ada@example.com }
  - { smtp: rcpt, to: bob@example.org }
  - { smtp: data }`;

/** Runs these steps against a server that plays a dialogue, and against another one by IMAP where there is one. */
async function run(dialogue: Dialogue, steps: string, options: Partial<ProbeOptions> = {}): Promise<Seen> {
  const server = await play(dialogue);
  onTestFinished(() => server.close());
  const text = `version: 1\nservers:\n  out: { protocol: smtp, host: 127.0.0.1, port: ${server.port}, tls: none }\nsteps:\n${steps}\n`;
  const { target, problems } = mailflowTarget(text);
  if (target === null) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  const kept = playRun(options.run);
  const result = await runProbe(target, { timeLimitMs: 2_000, dnsServers: [], allowPrivate: true, ...options, run: kept });
  expect(await server.left(1_000)).toBe(true);
  return { result, server, kept };
}

type Seen = { result: CheckResult; server: PlayedServer; kept: PlayedRun };

const markedIn = ({ transcript }: CheckResult) => transcript.filter(({ failed }) => failed).map(({ text }) => text);

const outcomes = ({ facts }: CheckResult) => facts.flow!.steps.map(({ says, outcome }) => `${says} ${outcome}`);

test("what a script says is what it names, and it takes leave by itself", async () => {
  const { result, kept } = await run(
    [...GREETED, ...ENVELOPE, ...answered(/^DATA$/, "354 go"), untilDot, send("250 taken\r\n"), ...BYE],
    SENDING,
  );
  expect(result).toMatchObject({ status: "up", reason: null, facts: { flow: { token: kept.token, message: null, late: [] } } });
  expect(outcomes(result)).toEqual([
    "smtp: connect out done",
    "smtp: ehlo done",
    "smtp: mail done",
    "smtp: rcpt bob@example.org done",
    "smtp: data done",
  ]);
  expect(kept.asked).toEqual([["bob@example.org"]]);
  expect(kept.outcomes).toEqual(["accepted"]);
});

test("the message is ours, with the token, and with nothing of the user's but the mailboxes", async () => {
  const { server, kept } = await run(
    [...GREETED, ...ENVELOPE, ...answered(/^DATA$/, "354 go"), untilDot, send("250 taken\r\n"), ...BYE],
    SENDING,
  );
  const [said] = server.received();
  expect(said).toContain(`\r\nMessage-ID: <${kept.token}@probe.example.net>\r\n`);
  expect(said).toContain("\r\nAuto-Submitted: auto-generated\r\n");
  expect(said).toContain("\r\nabuse@example.net\r\n");
});

test("a step that fails ends the script, and says which it was and of whom", async () => {
  const { result, server } = await run(
    [...GREETED, ...answered(/^MAIL/, "452 4.3.1 Insufficient system storage"), ...BYE],
    SENDING,
  );
  expect(result).toMatchObject({
    status: "down",
    reason: {
      code: "mail.reply",
      reply: { code: 452, enhanced: "4.3.1" },
      at: { kind: "smtp", host: "127.0.0.1", port: server.port, tls: "none" },
    },
  });
  expect(outcomes(result).slice(2)).toEqual(["smtp: mail failed", "smtp: rcpt bob@example.org skipped", "smtp: data skipped"]);
  expect(result.transcript.find(({ failed }) => failed)?.text).toBe("452 4.3.1 Insufficient system storage");
});

const REFUSED = `${HELLO}
  - { smtp: mail, from: ada@example.com }
  - { smtp: rcpt, to: bob@example.org, expect: { code: 5xx, text: { matches: relay } } }`;

test("a refusal that is expected is what a script hopes for", async () => {
  const relay = answered(/^RCPT/, "554 5.7.1 <bob@example.org>: relay access denied");
  const { result } = await run(
    [...GREETED, ...ENVELOPE.slice(0, 2), ...relay, hear(/^RSET$/), send("250 ok\r\n"), ...BYE],
    REFUSED,
  );
  expect(result).toMatchObject({ status: "up", reason: null });
  expect(markedIn(result)).toEqual([]);
});

test.each([
  ["250 2.1.5 Ok", "The reply code is 250, expected was 5xx."],
  ["550 5.1.1 unknown user", "It does not match relay."],
])("%s where a refusal to relay is expected is down", async (reply, detail) => {
  const { result } = await run(
    [...GREETED, ...ENVELOPE.slice(0, 2), ...answered(/^RCPT/, reply), hear(/^RSET$/), send("250 ok\r\n"), ...BYE],
    REFUSED,
  );
  expect(result).toMatchObject({ status: "down", reason: { code: "expect.reply", detail } });
  expect(markedIn(result)).toEqual([`Unexpected reply: ${detail}`]);
});

test("what a step expects of a reply or of a message is marked where it is looked at, and steps are told of as they end", async () => {
  const told: string[] = [];
  const { result } = await run(
    [...GREETED, ...BYE],
    `${HELLO}
  - { expect: reply, code: 354, name: the secret word }
  - { smtp: quit }`,
    {
      secret: JSON.stringify({ password: "secret word" }),
      onStep: ({ list, index, says, outcome }) => told.push(`${list} ${index} ${says} ${outcome}`),
    },
  );
  expect(markedIn(result)).toEqual(["Unexpected reply: The reply code is 250, expected was 354."]);
  expect(told).toEqual([
    "steps 0 smtp: connect out done",
    "steps 1 smtp: ehlo done",
    "steps 2 the [redacted] failed",
    "steps 3 smtp: quit skipped",
  ]);
});

test("a message that may not be sent is not, and nobody knows how the server is", async () => {
  const held = playRun({ send: async () => "The recipient has not shown that it wants tests." });
  const { result, server } = await run([...GREETED, ...ENVELOPE, hear(/^RSET$/), send("250 ok\r\n"), ...BYE], SENDING, {
    run: held,
  });
  expect(result).toMatchObject({
    status: "unknown",
    reason: { code: "script.held", detail: "The recipient has not shown that it wants tests." },
  });
  expect(server.received()[0]).not.toContain("DATA");
});

test("what an earlier attempt sent is not sent again", async () => {
  const resumed = playRun({ sentAt: Date.now() - 1_000 });
  const { result, server, kept } = await run([...GREETED, ...ENVELOPE, hear(/^RSET$/), send("250 ok\r\n"), ...BYE], SENDING, {
    run: resumed,
  });
  expect(result.status).toBe("up");
  expect(server.received()[0]).not.toContain("DATA");
  expect(kept.outcomes).toEqual([]);
});

test("where nobody wrote down what became of it, and it is not found, nobody knows", async () => {
  const resumed = playRun({ sentAt: Date.now() - 1_000, isUnconfirmed: true });
  const dialogue = [...GREETED, ...ENVELOPE, hear(/^RSET$/), send("250 ok\r\n"), ...BYE];
  const { result, server } = await run(dialogue, SENDING, { run: resumed });
  expect(result).toMatchObject({ status: "unknown", reason: { code: "data.unconfirmed" } });
  expect(server.received()[0]).not.toContain("DATA");
});

test("where the connection is lost after the dot, nobody knows, and it is not sent again", async () => {
  const { result, kept } = await run([...GREETED, ...ENVELOPE, ...answered(/^DATA$/, "354 go"), untilDot, close], SENDING);
  expect(result).toMatchObject({ status: "unknown", reason: { code: "data.unconfirmed" } });
  expect(kept.outcomes).toEqual(["unconfirmed"]);
});

test("a message that is refused at its end was not sent", async () => {
  const full = [...answered(/^DATA$/, "354 go"), untilDot, send("552 5.2.2 mailbox full\r\n")];
  const { result, kept } = await run([...GREETED, ...ENVELOPE, ...full, ...BYE], SENDING);
  expect(result).toMatchObject({ status: "down", reason: { code: "data.reply", reply: { code: 552 } } });
  expect(kept.outcomes).toEqual(["refused"]);
});

/** What a hostile server may say where its reply becomes part of a command. */
const HOSTILE = [
  "a>b@example.org",
  "bob@example.org> SIZE=1",
  "bob",
  "%0d%0aRSET@example.org",
  `${"x".repeat(300)}@example.org`,
  "<bob@example.org",
];

test.each(HOSTILE)("a value that a server gave is no recipient: %s", async (value) => {
  const { result, server } = await run(
    [
      ...GREETED,
      ...answered(/^VRFY x$/, `250 ${value}`),
      ...answered(/^MAIL/, "250 ok"),
      hear(/^RSET$/),
      send("250 ok\r\n"),
      ...BYE,
    ],
    `${HELLO}
  - { smtp: send, line: VRFY x }
  - { set: { who: { fromReply: "^(.*)$" } } }
  - { smtp: mail, from: ada@example.com }
  - { smtp: rcpt, to: "\${who}" }`,
  );
  expect(result).toMatchObject({ status: "down", reason: { code: "script.value", stage: "script" } });
  expect(server.received()[0]!.split("\r\n")).toEqual([
    "EHLO probe.example.net",
    "VRFY x",
    "MAIL FROM:<ada@example.com>",
    "RSET",
    "QUIT",
    "",
  ]);
});

test("a value goes where it fits", async () => {
  const { server } = await run(
    [...GREETED, ...answered(/^VRFY x$/, "250 bob"), ...answered(/^NOOP bob$/, "250 ok"), ...BYE],
    `${HELLO}
  - { smtp: send, line: VRFY x }
  - { set: { who: { fromReply: "^(\\\\w+)$" } } }
  - { smtp: send, line: "NOOP \${who}" }`,
  );
  expect(server.received()[0]).toContain("NOOP bob\r\n");
});

test("a reply that holds no value for a variable is told", async () => {
  const { result } = await run(
    [...GREETED, ...answered(/^VRFY x$/, "252 cannot"), ...BYE],
    `${HELLO}
  - { smtp: send, line: VRFY x }
  - { set: { who: { fromReply: "<(.*)>" } } }`,
  );
  expect(result).toMatchObject({ status: "down", reason: { code: "expect.reply", reply: { code: 252 } } });
});

test("a step ends with its own limit", async () => {
  const { result } = await run(
    [send("220 mx.example ESMTP\r\n"), hear(/^EHLO/), hold],
    `  - { smtp: connect, server: out }
  - { smtp: ehlo, limit: 200ms }`,
  );
  expect(result).toMatchObject({ status: "down", reason: { code: "ehlo.timeout" } });
  expect(result.durationMs).toBeGreaterThan(190);
  expect(result.durationMs).toBeLessThan(1_000);
});

const CLEANED = `${SENDING}
always:
  - { smtp: rset }
  - { smtp: quit }`;

test("what is always done is done after a failure", async () => {
  const { result } = await run([...GREETED, ...answered(/^MAIL/, "550 no"), ...answered(/^RSET$/, "250 ok"), ...BYE], CLEANED);
  expect(result.reason?.code).toBe("mail.reply");
  expect(outcomes(result).slice(-2)).toEqual(["smtp: rset done", "smtp: quit done"]);
});

test("what is always done is left out where its connection is lost", async () => {
  const { result } = await run([...GREETED, hear(/^MAIL/), close], CLEANED);
  expect(result.reason?.code).toBe("mail.closed");
  expect(outcomes(result).slice(-2)).toEqual(["smtp: rset skipped", "smtp: quit skipped"]);
});

test("every server of a script goes by the address guard", async () => {
  const { result, server } = await run([hold], HELLO, { allowPrivate: false });
  expect(result).toMatchObject({ status: "down", reason: { code: "connect.blocked" } });
  expect(server.reached()).toEqual([]);
});

test("a secret is in nothing that is kept, whatever the server says back", async () => {
  const secret = "caNary+7/Wort";
  const base64 = Buffer.from(secret).toString("base64");
  const { result } = await run(
    [...GREETED, ...answered(/^VRFY x$/, `550 ${secret} ${base64} ${encodeURIComponent(secret)}`), ...BYE],
    `${HELLO}
  - { smtp: send, line: VRFY x, expect: { code: 250 } }`,
    { secret: JSON.stringify({ password: secret }) },
  );
  expect(result.reason?.code).toBe("expect.reply");
  const kept = JSON.stringify(result);
  for (const trace of ["caNary", base64.slice(0, 12)]) expect(kept).not.toContain(trace);
});
