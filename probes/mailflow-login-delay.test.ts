import { expect, test } from "vitest";
import { isLoginRefusal } from "#core/check/login-refusal.ts";
import type { CheckResult } from "#core/check/result.ts";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { playRun, type PlayedRun } from "#testing/play-run.ts";
import { taking } from "#testing/server/dialogues/taking.ts";
import { pop3Mailbox } from "#testing/server/mailbox.ts";
import { play } from "#testing/server/play.ts";
import { certificate, TRUSTED } from "#testing/server/trusted.ts";
import { runProbe } from "./probe.ts";

/** A mailbox by POP3: what it offers, what it answers to each login in turn (null is a yes, and so is every one after them), and how long after the first login the message comes. */
type Mailbox = { capabilities?: string[]; answers?: (string | null)[]; arrivesAfterMs?: number; every?: string; limit?: string };

type Seen = { result: CheckResult; kept: PlayedRun; loginsAtMs: number[] };

/** Sends a message and looks for it in such a mailbox. */
async function lookInto(mailbox: Mailbox): Promise<Seen> {
  const { capabilities = [], answers = [], arrivesAfterMs = 0, every = "100ms", limit = "6s" } = mailbox;
  const kept = playRun();
  const loginsAtMs: number[] = [];
  const refusal = () => {
    loginsAtMs.push(performance.now());
    return answers[loginsAtMs.length - 1] ?? null;
  };
  const subjects = () => (performance.now() - loginsAtMs[0]! >= arrivesAfterMs ? [`Mail test ${kept.token}`] : []);
  const out = await play(taking);
  const box = await play(pop3Mailbox(certificate, subjects, { refusal, capabilities }));
  const { target } = mailflowTarget(`version: 1
servers:
  out: { protocol: smtp, host: 127.0.0.1, port: ${out.port}, tls: none }
  box: { protocol: pop3, host: 127.0.0.1, port: ${box.port}, tls: implicit }
steps:
  - { smtp: connect, server: out }
  - { smtp: ehlo }
  - { smtp: mail, from: "" }
  - { smtp: rcpt, to: ada@example.org }
  - { smtp: data }
  - { pop3: connect, server: box }
  - { pop3: login, username: ada, secret: mailbox, limit: ${limit} }
  - { pop3: search, every: ${every}, limit: ${limit} }
`);
  const options = { ...TRUSTED, timeLimitMs: 15_000, dnsServers: [], allowPrivate: true };
  try {
    const result = await runProbe(target!, { ...options, secret: JSON.stringify({ mailbox: "correct horse" }), run: kept });
    return { result, kept, loginsAtMs };
  } finally {
    await Promise.all([out.close(), box.close()]);
  }
}

/** How long after one another they were, in ms. */
const gapsOf = (atMs: readonly number[]) => atMs.slice(1).map((at, index) => at - atMs[index]!);

test.concurrent("a server that wants a second between two logins gets it, however often the script would look (RFC 2449 section 6.5)", async () => {
  const { result, kept, loginsAtMs } = await lookInto({ capabilities: ["LOGIN-DELAY 1"], arrivesAfterMs: 1_500 });
  expect(result).toMatchObject({ status: "up", reason: null });
  expect(kept.foundMessages).toMatchObject([{ token: kept.token }]);
  expect(loginsAtMs.length).toBeGreaterThanOrEqual(3);
  for (const gap of gapsOf(loginsAtMs)) expect(gap).toBeGreaterThanOrEqual(1_000);
});

test.concurrent("one that wants nothing is looked into as often as the script says", async () => {
  const { result, loginsAtMs } = await lookInto({ arrivesAfterMs: 1_000 });
  expect(result.status).toBe("up");
  expect(Math.min(...gapsOf(loginsAtMs))).toBeLessThan(900);
});

test.concurrent.each([
  ["the first login", ["-ERR [LOGIN-DELAY] too soon"]],
  ["the first login", ["-ERR [IN-USE] somebody is in it"]],
  ["a later one", [null, "-ERR [LOGIN-DELAY] too soon"]],
  ["a later one", [null, "-ERR [IN-USE] somebody is in it", "-ERR [IN-USE] somebody is in it"]],
])("at %s %j is too early, and it is tried again: no password is wrong (RFC 2449 section 8.1)", async (_, answers) => {
  const { result, loginsAtMs } = await lookInto({
    capabilities: ["LOGIN-DELAY 1", "RESP-CODES"],
    answers,
    arrivesAfterMs: answers[0] === null ? 500 : 0,
    limit: "9s",
  });
  expect(result).toMatchObject({ status: "up", reason: null });
  expect(loginsAtMs.length).toBeGreaterThan(answers.length);
  for (const gap of gapsOf(loginsAtMs)) expect(gap).toBeGreaterThanOrEqual(1_000);
});

test.concurrent("a login whose time is too far away is told as that, with when it may be, and counts as no refusal", async () => {
  const before = Date.now();
  const { result, loginsAtMs } = await lookInto({ capabilities: ["LOGIN-DELAY 900"], answers: ["-ERR [LOGIN-DELAY] too soon"] });
  expect(result).toMatchObject({ status: "down", reason: { code: "login.reply", reply: { enhanced: "LOGIN-DELAY" } } });
  expect(result.retryAt).toBeGreaterThanOrEqual(before + 900_000);
  expect(result.retryAt).toBeLessThan(Date.now() + 901_000);
  expect(isLoginRefusal(result.reason)).toBe(false);
  expect(loginsAtMs).toHaveLength(1);
});

test.concurrent("what a single look does not find is not lost where the server allows no other one: nobody knows", async () => {
  const { result, loginsAtMs } = await lookInto({ capabilities: ["LOGIN-DELAY 60"], arrivesAfterMs: Infinity, limit: "3s" });
  expect(result).toMatchObject({
    status: "unknown",
    reason: { code: "delivery.lost", detail: expect.stringContaining("LOGIN-DELAY 60") },
  });
  expect(loginsAtMs).toHaveLength(1);
});

test.concurrent("where it is the script that looks only once, what is not found is lost", async () => {
  const { result, loginsAtMs } = await lookInto({
    capabilities: ["LOGIN-DELAY 1"],
    arrivesAfterMs: Infinity,
    every: "9s",
    limit: "3s",
  });
  expect(result).toMatchObject({ status: "down", reason: { code: "delivery.lost" } });
  expect(loginsAtMs).toHaveLength(1);
});

test.concurrent("the last look that the server allows is taken at the end, and what is not there then is lost", async () => {
  const { result, loginsAtMs } = await lookInto({ capabilities: ["LOGIN-DELAY 2"], arrivesAfterMs: Infinity, limit: "5s" });
  expect(result).toMatchObject({ status: "down", reason: { code: "delivery.lost" } });
  const [gap, ...others] = gapsOf(loginsAtMs);
  expect(gap).toBeGreaterThan(2_500); // of the five seconds two are for the look itself
  expect(others).toEqual([]);
});
