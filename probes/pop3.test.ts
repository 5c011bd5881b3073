import { expect, test } from "vitest";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import {
  pop3Farewell,
  pop3Greeting,
  pop3Offering,
  pop3sOffering,
  stlsGood,
  twoMessages,
  userPass,
} from "#testing/server/dialogues/pop3.ts";
import { logInPop3 } from "#testing/server/log-in-pop3.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { expect as hear, hold, send, type Dialogue } from "#testing/server/steps.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
const TRUSTED = { extraCas: [authority.cert], timeLimitMs: 3_000 };

test("a good server is up, with its banner, its capabilities, and a time and an answer for each stage", async () => {
  const result = await probePlayed(pop3Offering(["TOP", "SASL PLAIN"]), { kind: "pop3" });
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.facts).toMatchObject({ banner: "mx.example POP3 ready", capabilities: ["TOP", "SASL PLAIN"], tls: null });
  expect(result.stages.map(({ stage, reply }) => [stage, reply])).toEqual([
    ["dns", null],
    ["connect", null],
    ["greeting", { code: "+OK", enhanced: null, text: "mx.example POP3 ready" }],
    ["capability", { code: "+OK", enhanced: null, text: "" }],
    ["quit", { code: "+OK", enhanced: null, text: "bye" }],
  ]);
  expect(result.transcript.slice(1).map(({ stage, direction, text }) => `${stage} ${direction} ${text}`)).toEqual([
    "greeting received +OK mx.example POP3 ready",
    "capability sent CAPA",
    "capability received +OK",
    "capability received TOP",
    "capability received SASL PLAIN",
    "capability received .",
    "quit sent QUIT",
    "quit received +OK bye",
  ]);
});

test("with STLS the capabilities are asked for again, and only those count", async () => {
  const result = await probePlayed(
    stlsGood(certificate),
    { kind: "pop3", tls: "starttls-required", expect: { offers: ["AFTER", "STLS"], offersNot: ["BEFORE"] } },
    TRUSTED,
  );
  expect(result).toMatchObject({ status: "up", facts: { capabilities: ["AFTER"], tls: { protocol: "TLSv1.3" } } });
  expect(result.stages.map(({ stage }) => stage)).toEqual([
    "dns",
    "connect",
    "greeting",
    "capability",
    "stls",
    "tls",
    "capability-tls",
    "quit",
  ]);
});

test("what came in the clear with the answer to STLS is told and never read", async () => {
  const dialogue = stlsGood(certificate, "+OK\r\nFORGED\r\n.\r\n");
  const result = await probePlayed(dialogue, { kind: "pop3", tls: "starttls" }, TRUSTED);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "stls.injection", detail: "16 bytes came in the clear after the reply to STLS." },
    facts: { capabilities: ["AFTER"] },
  });
});

test.each([
  ["greeting", [pop3Greeting, ...pop3Farewell], ["greeting"]],
  ["capability", pop3Offering(["STLS"]), ["greeting", "capability"]],
] as const)("a check that ends at the %s goes no further", async (until, dialogue, stages) => {
  const result = await probePlayed(dialogue, { kind: "pop3", until, tls: "starttls-required" });
  expect(result.status).toBe("up");
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", ...stages, "quit"]);
});

test("a login and a list are the last that is asked for", async () => {
  const result = await logInPop3(["USER"], [...userPass, ...twoMessages], "best", { until: "list" });
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.stages.map(({ stage }) => stage)).toEqual([
    "dns",
    "connect",
    "tls",
    "greeting",
    "capability",
    "login",
    "list",
    "quit",
  ]);
});

test.each([
  ["nothing", "0 0", "+OK 0 messages\r\n.\r\n", /^LIST$/, []],
  ["less than it tells of", "2 320", "+OK\r\n1 120\r\n.\r\n", /^LIST$/, ["STAT tells of 2 messages and LIST of 1."]],
  ["so much that only the first is listed", "30000 99999999", "+OK 1 120\r\n", /^LIST 1$/, []],
])("a mailbox may hold %s", async (_, stat, listed, asked, warnings) => {
  const steps = [...userPass, hear(/^STAT$/), send(`+OK ${stat}\r\n`), hear(asked), send(listed)];
  expect(await logInPop3(["USER"], steps, "best", { until: "list" })).toMatchObject({ status: "up", warnings });
});

test("a mailbox that cannot be listed is down with what the server said", async () => {
  const steps = [...userPass, hear(/^STAT$/), send("-ERR [SYS/PERM] mailbox is broken\r\n")];
  expect(await logInPop3(["USER"], steps, "best", { until: "list" })).toMatchObject({
    status: "down",
    reason: { code: "list.reply", reply: { code: "-ERR", enhanced: "SYS/PERM", lines: ["[SYS/PERM] mailbox is broken"] } },
  });
});

test.each([
  [{ offers: ["UIDL", "SASL PLAIN"] }, null, null],
  [{ offers: ["PIPELINING", "SASL CRAM-MD5"] }, "capability.missing", "PIPELINING, SASL CRAM-MD5 is not offered."],
  [{ offersNot: ["USER"] }, "capability.forbidden", "USER is offered."],
  [{ offersNotInClear: ["SASL PLAIN"] }, "capability.forbidden", "SASL PLAIN is offered in the clear."],
  [{ banner: "pop3 READY" }, null, null],
])("what a server must offer, %j, is judged by CAPA", async (expected, code, detail) => {
  const result = await probePlayed(pop3Offering(["UIDL", "USER", "SASL LOGIN PLAIN"]), { kind: "pop3", expect: expected });
  expect(result.reason?.code ?? null).toBe(code);
  expect(result.reason?.detail ?? null).toBe(detail);
});

test("a banner without its text is down", async () => {
  const result = await probePlayed([pop3Greeting, ...pop3Farewell], { kind: "pop3", expect: { banner: "mx2" } });
  expect(result).toMatchObject({ status: "down", reason: { code: "greeting.unexpected", stage: "greeting" } });
});

test("a greeting of -ERR is reported with what the server said, and a server that is gone then is not blamed for it", async () => {
  const result = await probePlayed([send("-ERR too many connections\r\n"), hear(/^QUIT$/)], { kind: "pop3" }, { timeLimitMs: 300 });
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "greeting.reply", reply: { code: "-ERR", lines: ["too many connections"] } },
    warnings: [],
  });
  expect(result.transcript.find(({ failed }) => failed)?.text).toBe("-ERR too many connections");
});

test("a server whose certificate is not accepted gets no login", async () => {
  const distrusted = makeCertificate({ names: ["127.0.0.1"] });
  const dialogue = pop3sOffering(distrusted, ["USER"]).slice(0, 1).concat(hold);
  const result = await probePlayed(
    dialogue,
    { kind: "pop3", tls: "implicit", until: "login", login: { mechanism: "best", username: "joe" } },
    { ...TRUSTED, secret: "pencil-and-paper" },
  );
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.self-signed" } });
});

test("slow stages degrade", async () => {
  const dialogue: Dialogue = [pop3Greeting, hear(/^CAPA$/), (player) => player.wait(40), send("+OK\r\n.\r\n"), ...pop3Farewell];
  const result = await probePlayed(dialogue, { kind: "pop3", slowMs: { capability: 20 } });
  expect(result).toMatchObject({ status: "degraded", reason: { code: "capability.slow" } });
});
