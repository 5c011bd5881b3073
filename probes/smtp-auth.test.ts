import { expect, test } from "vitest";
import type { Login } from "#core/login.ts";
import { isLoginRefusal } from "#core/login-refusal.ts";
import type { SmtpTarget } from "#core/monitor.ts";
import type { ProbeOptions } from "./probe.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { authAskingOn } from "#testing/server/dialogues/auth-asking-on.ts";
import { authInClear } from "#testing/server/dialogues/auth-in-clear.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { scram, type ScramWishes } from "#testing/server/scram-server.ts";
import { close, expect as hear, hold, reset, send } from "#testing/server/steps.ts";
import type { Dialogue } from "#testing/server/steps.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
const SECRET = "Tr0ub4dor&3-söß";
const base64 = (text: string) => Buffer.from(text).toString("base64");

const probe = (
  dialogue: Dialogue,
  mechanism: Login["mechanism"],
  target: Partial<SmtpTarget> = {},
  options: Partial<ProbeOptions> = {},
) =>
  probePlayed(
    dialogue,
    { tls: "implicit", until: "auth", login: { mechanism, username: "joe" }, ...target },
    { extraCas: [authority.cert], timeLimitMs: 3_000, secret: SECRET, ...options },
  );

const UNPROVEN: [string, Partial<ScramWishes>, string][] = [
  [
    "shows a wrong signature",
    { final: () => `v=${base64("not the signature, but as long.!")}` },
    "The server's signature is wrong.",
  ],
  ["shows no signature", { final: () => "" }, "The server did not show its signature."],
  ["says that something is wrong and lets us in", { final: () => "e=other-error" }, "The server did not show its signature."],
  ["has a nonce of its own", { nonce: () => "rOprNGfwEbeRWgbNEkqO" }, "The server did not add to our nonce."],
  ["only says our nonce again", { nonce: (client: string) => client }, "The server did not add to our nonce."],
];

/** The lines of the stage AUTH, with their directions. */
const said = ({ transcript }: Awaited<ReturnType<typeof probe>>) =>
  transcript.filter(({ stage }) => stage === "auth").map(({ direction, text }) => `${direction}: ${text}`);

const accept = send("235 2.7.0 welcome\r\n");
const challenge = (text: string) => send(`334 ${base64(text)}\r\n`);

test("PLAIN says all with the command", async () => {
  const result = await probe(
    authOffered(certificate, "PLAIN", hear(new RegExp(`^AUTH PLAIN ${base64(`\0joe\0${SECRET}`)}$`)), accept),
    "PLAIN",
  );
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.stages.map(({ stage }) => stage)).toEqual(["dns", "connect", "tls", "greeting", "ehlo", "auth", "quit"]);
  expect(result.stages.find(({ stage }) => stage === "auth")?.reply).toEqual({
    code: 235,
    enhanced: "2.7.0",
    text: "2.7.0 welcome",
  });
  expect(said(result)).toEqual(["sent: AUTH PLAIN [redacted]", "received: 235 2.7.0 welcome"]);
});

test("LOGIN answers with the name and then the password, whatever it is asked in", async () => {
  const dialogue = authOffered(
    certificate,
    "LOGIN",
    hear(/^AUTH LOGIN$/),
    send("334 Who?\r\n"),
    hear(new RegExp(`^${base64("joe")}$`)),
    challenge("Password:"),
    hear(new RegExp(`^${base64(SECRET)}$`)),
    accept,
  );
  const result = await probe(dialogue, "LOGIN");
  expect(result.status).toBe("up");
  expect(said(result).filter((line) => line.startsWith("sent"))).toEqual([
    "sent: AUTH LOGIN",
    "sent: [redacted]",
    "sent: [redacted]",
  ]);
});

test("CRAM-MD5 signs the challenge", async () => {
  const dialogue = authOffered(
    certificate,
    "CRAM-MD5",
    hear(/^AUTH CRAM-MD5$/),
    challenge("<1896.697170952@postoffice.reston.mci.net>"),
    hear(new RegExp(`^${base64("tim b913a602c7eda7a495b4e6e7334d3890")}$`)), // the example of RFC 2195
    accept,
  );
  const login = { mechanism: "CRAM-MD5", username: "tim" } as const;
  expect((await probe(dialogue, "CRAM-MD5", { login }, { secret: "tanstaaftanstaaf" })).status).toBe("up");
});

test("SCRAM-SHA-256 proves itself and has the server prove itself", async () => {
  const result = await probe(authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET })), "SCRAM-SHA-256");
  expect(result).toMatchObject({ status: "up", warnings: [] });
  expect(said(result)).toEqual([
    "sent: AUTH SCRAM-SHA-256 [redacted]",
    expect.stringMatching(/^received: 334 /),
    "sent: [redacted]",
    "received: 334 [redacted]", // from the server's signature the password can be guessed
    "sent: ",
    "received: 235 2.7.0 welcome",
  ]);
});

test("XOAUTH2 sends the token", async () => {
  const line = new RegExp(`^AUTH XOAUTH2 ${base64(`user=joe\x01auth=Bearer ${SECRET}\x01\x01`)}$`);
  expect((await probe(authOffered(certificate, "XOAUTH2", hear(line), accept), "XOAUTH2")).status).toBe("up");
});

test("XOAUTH2 answers a refusal with an empty line, and tells why it was refused", async () => {
  const why = '{"status":"401","schemes":"bearer","scope":"https://mail.example/"}';
  const dialogue = authOffered(
    certificate,
    "XOAUTH2",
    hear(/^AUTH XOAUTH2 /),
    challenge(why),
    hear(/^$/),
    send("535 5.7.8 no\r\n"),
  );
  expect(await probe(dialogue, "XOAUTH2")).toMatchObject({
    status: "down",
    reason: { code: "auth.reply", reply: { code: 535 }, detail: `The server said ${why}` },
  });
});

test("a first response that makes the command too long waits for a challenge", async () => {
  const token = "t".repeat(600);
  const dialogue = authOffered(
    certificate,
    "XOAUTH2",
    hear(/^AUTH XOAUTH2$/),
    send("334 \r\n"),
    hear(/^[A-Za-z0-9+/=]{800,}$/),
    accept,
  );
  const result = await probe(dialogue, "XOAUTH2", {}, { secret: token });
  expect(result.status).toBe("up");
  expect(said(result)).toEqual(["sent: AUTH XOAUTH2", "received: 334 ", "sent: [redacted]", "received: 235 2.7.0 welcome"]);
});

test("a command of exactly 512 bytes is sent with its response", async () => {
  const room = 512 - "AUTH PLAIN \r\n".length - 3; // base64 comes in fours
  const secret = "x".repeat((room / 4) * 3 - "\0joe\0".length);
  const fits = authOffered(certificate, "PLAIN", hear(/^AUTH PLAIN .{496}$/), accept);
  expect((await probe(fits, "PLAIN", {}, { secret })).status).toBe("up");
  const waits = authOffered(certificate, "PLAIN", hear(/^AUTH PLAIN$/), send("334 \r\n"), hear(/^.{500}$/), accept);
  expect((await probe(waits, "PLAIN", {}, { secret: `${secret}x` })).status).toBe("up");
});

test.each([535, 534, 530, 454, 421])("AUTH answered with %d is a refusal, and farewell is taken", async (code) => {
  const result = await probe(authOffered(certificate, "PLAIN", hear(/^AUTH/), send(`${code} 1.2.3 no\r\n`)), "PLAIN");
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "auth.reply", stage: "auth", reply: { code, lines: ["1.2.3 no"] } },
  });
  expect(result.transcript.find(({ failed }) => failed)?.text).toBe(`${code} 1.2.3 no`);
  expect(isLoginRefusal(result.reason)).toBe(code >= 500);
});

test.each(["PLAIN", "LOGIN", "XOAUTH2"] as const)(
  "%s that is asked on and on is taken back, and given up after 8 challenges",
  async (mechanism) => {
    const result = await probe(authAskingOn(certificate, mechanism), mechanism);
    expect(result).toMatchObject({ status: "down", reason: { code: "auth.loop", reply: { code: 334 } } });
    expect(said(result).filter((line) => line.startsWith("received: 334"))).toHaveLength(8);
    expect(said(result).filter((line) => line === "sent: *").length).toBeGreaterThan(0);
  },
);

test("a challenge too many is taken back once where the server takes it", async () => {
  const dialogue = authOffered(certificate, "PLAIN", hear(/^AUTH/), challenge("more"), hear(/^\*$/), send("501 cancelled\r\n"));
  const result = await probe(dialogue, "PLAIN");
  expect(result).toMatchObject({ status: "down", reason: { code: "auth.loop", detail: "Challenge 1 is one too many." } });
});

test.each(["CRAM-MD5", "SCRAM-SHA-256"] as const)("%s with a challenge that is no base64 is taken back", async (mechanism) => {
  const dialogue = authOffered(
    certificate,
    mechanism,
    hear(/^AUTH/),
    send("334 <no base64>\r\n"),
    hear(/^\*$/),
    send("501 cancelled\r\n"),
  );
  const result = await probe(dialogue, mechanism);
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "auth.protocol", detail: "A challenge of the server is no base64." },
  });
  expect(result.transcript.find(({ failed }) => failed)?.text).toBe("334 <no base64>");
});

test.each(UNPROVEN)("with SCRAM-SHA-256, a server that %s has not proven itself", async (_, wishes, detail) => {
  const dialogue = authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, ...wishes }));
  expect(await probe(dialogue, "SCRAM-SHA-256")).toMatchObject({ status: "down", reason: { code: "auth.server-proof", detail } });
});

test("with SCRAM-SHA-256, a wrong password is refused", async () => {
  const result = await probe(authOffered(certificate, "SCRAM-SHA-256", scram({ password: "another" })), "SCRAM-SHA-256");
  expect(result.reason).toMatchObject({ code: "auth.reply", reply: { code: 535 } });
});

test("with SCRAM-SHA-256, few rounds are a warning and very many are not done", async () => {
  const few = await probe(authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, rounds: 100 })), "SCRAM-SHA-256");
  expect(few).toMatchObject({ status: "up", warnings: [expect.stringContaining("only 100 times")] });
  const startedAtMs = performance.now();
  const many = await probe(
    authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, rounds: 4_000_000_000 })),
    "SCRAM-SHA-256",
  );
  expect(many).toMatchObject({
    status: "down",
    reason: { code: "auth.protocol", detail: expect.stringContaining("4000000000 rounds") },
  });
  expect(performance.now() - startedAtMs).toBeLessThan(1_000);
});

test.each(["", "x", "r=abc", "m=x,r=abc,s=AA==,i=4096", "r=abc,s=!,i=1", "r=abc,s=AA==,i=-1"])(
  "with SCRAM-SHA-256, %j is no first message",
  async (first) => {
    const dialogue = authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, first }));
    expect((await probe(dialogue, "SCRAM-SHA-256")).reason?.code).toBe("auth.protocol");
  },
);

test("the strongest mechanism for a password is taken, never a token's", async () => {
  const dialogue = authOffered(certificate, "XOAUTH2 LOGIN PLAIN CRAM-MD5 SCRAM-SHA-256", scram({ password: SECRET }));
  expect((await probe(dialogue, "best")).status).toBe("up");
});

test("a login that is refused for good is not tried again", async () => {
  const memory = { hasOfferedStarttls: false, isLoginRefused: true };
  const result = await probe(authOffered(certificate, "PLAIN"), "PLAIN", {}, { memory });
  expect(result).toMatchObject({ status: "down", reason: { code: "auth.stopped", stage: "auth", reply: null } });
  expect(said(result).some((line) => line.startsWith("sent"))).toBe(false);
});

test("what is not offered is not tried", async () => {
  expect(await probe(authOffered(certificate, "PLAIN LOGIN"), "CRAM-MD5")).toMatchObject({
    status: "down",
    reason: { code: "auth.unavailable", detail: "CRAM-MD5 is not offered, but AUTH PLAIN LOGIN." },
  });
  expect((await probe(authOffered(certificate, "XOAUTH2"), "best")).reason).toMatchObject({
    code: "auth.unavailable",
    detail: "Of AUTH XOAUTH2 none is for a password.",
  });
});

test("without any AUTH there is no login, in the clear or not", async () => {
  const result = await probe(ehloAnswered("250 mx.example\r\n"), "PLAIN", { tls: "starttls" });
  expect(result).toMatchObject({ status: "down", reason: { code: "auth.unavailable", detail: "AUTH is not offered." } });
});

test("a server without TLS that offers AUTH gets no password", async () => {
  const result = await probe(ehloAnswered("250-mx.example\r\n250 AUTH PLAIN\r\n"), "PLAIN", { tls: "starttls" });
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "auth.cleartext", detail: "The connection is not encrypted, so nothing was sent." },
  });
});

test("AUTH that is only offered before TLS is not used", async () => {
  const result = await probe(authInClear(certificate, "SIZE"), "PLAIN", { tls: "starttls-required" });
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "auth.cleartext", detail: "PLAIN is offered only before TLS, so nothing was sent." },
  });
});

test("a server whose certificate is not accepted gets no password, and the accept test is left out", async () => {
  const distrusted = makeCertificate({ names: ["127.0.0.1"] });
  const envelope = { from: "", accepted: "joe@mx.example" };
  const result = await probe(authInClear(distrusted, "AUTH PLAIN"), "PLAIN", { tls: "starttls", until: "accept", envelope });
  expect(result).toMatchObject({ status: "degraded", reason: { code: "tls.self-signed" } });
  expect(said(result)).toEqual([
    expect.stringContaining("The encryption or the certificate was not accepted, so nothing was sent."),
  ]);
});

test.each([
  ["closes", close, "auth.closed"],
  ["resets", reset, "auth.reset"],
  ["says nothing", hold, "auth.timeout"],
  ["says what is no reply", send("HTTP/1.1 400 Bad Request\r\n"), "auth.protocol"],
] as const)("a server that %s in the middle of AUTH is told apart", async (_, step, code) => {
  const dialogue = authOffered(certificate, "LOGIN", hear(/^AUTH LOGIN$/), send("334 \r\n"), hear(/./), step, hold);
  expect(await probe(dialogue, "LOGIN", {}, { timeLimitMs: 700 })).toMatchObject({ status: "down", reason: { code } });
});

test("a refusal whose code counts as fine ends the check well", async () => {
  const dialogue = authOffered(certificate, "PLAIN", hear(/^AUTH/), send("535 5.7.8 no\r\n"));
  expect(await probe(dialogue, "PLAIN", { expect: { fineCodes: [535] } })).toMatchObject({ status: "up", reason: null });
});

test("the accept test comes after the login", async () => {
  const dialogue = authOffered(
    certificate,
    "PLAIN",
    hear(/^AUTH PLAIN /),
    accept,
    hear(/^MAIL FROM:<joe@mx\.example>$/),
    send("250 2.1.0 ok\r\n"),
    hear(/^RCPT TO:<joe@mx\.example>$/),
    send("250 2.1.5 ok\r\n"),
    hear(/^RSET$/),
    send("250 2.0.0 ok\r\n"),
  );
  const envelope = { from: "joe@mx.example", accepted: "joe@mx.example" };
  expect((await probe(dialogue, "PLAIN", { until: "accept", envelope })).status).toBe("up");
});

test("a check that ends before AUTH does not log in", async () => {
  expect((await probe(authOffered(certificate, "PLAIN"), "PLAIN", { until: "tls" })).status).toBe("up");
});

test("a login without its secret is our own fault, and thrown", async () => {
  await expect(probe(authOffered(certificate, "PLAIN"), "PLAIN", {}, { secret: null })).rejects.toThrow("a user name and a secret");
});
