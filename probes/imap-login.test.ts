import { expect, test } from "vitest";
import { isLoginRefusal } from "#core/check/login-refusal.ts";
import { capability, imapFarewell, imapStarttlsThen } from "#testing/server/dialogues/imap.ts";
import { logInImap } from "#testing/server/log-in-imap.ts";
import { saidInLogin } from "#testing/server/log-in-pop3.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { base64 } from "#testing/server/secret-traces.ts";
import { close, expect as hear, hold, send, startTls, type Step } from "#testing/server/steps.ts";
import { certificate, TRUSTED } from "#testing/server/trusted.ts";

const SECRET = "pencil-and-paper";
const welcome = send("a4 OK logged in\r\n");
const challenge = (text: string) => send(`+ ${base64(text)}\r\n`);

test("LOGIN is said where no mechanism is offered, and the password is not shown", async () => {
  const result = await logInImap([], [hear(new RegExp(`^a4 LOGIN "joe" "${SECRET}"$`)), welcome]);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(saidInLogin(result)).toEqual([`sent: a4 LOGIN "joe" [redacted]`, "received: a4 OK logged in"]);
});

test("quotes and backslashes stay within their string", async () => {
  const login = { mechanism: "best", username: 'j"o\\e' } as const;
  const line = hear(/^a4 LOGIN "j\\"o\\\\e" "p\\"a9 NOOP\\\\"$/);
  expect((await logInImap([], [line, welcome], "best", { login }, { secret: 'p"a9 NOOP\\' })).status).toBe("up");
});

test("PLAIN says all with the command where the server takes that, and waits to be asked where it does not", async () => {
  const all = base64(`\0joe\0${SECRET}`);
  const atOnce = await logInImap(["SASL-IR", "AUTH=PLAIN"], [hear(new RegExp(`^a4 AUTHENTICATE PLAIN ${all}$`)), welcome]);
  expect(saidInLogin(atOnce)).toEqual(["sent: a4 AUTHENTICATE PLAIN [redacted]", "received: a4 OK logged in"]);
  const asked = [hear(/^a4 AUTHENTICATE PLAIN$/), send("+ \r\n"), hear(new RegExp(`^${all}$`)), welcome];
  expect((await logInImap(["AUTH=PLAIN"], asked)).status).toBe("up");
});

test("the mechanism LOGIN is preferred to the command of that name", async () => {
  const steps = [
    hear(/^a4 AUTHENTICATE LOGIN$/),
    challenge("User Name"),
    hear(new RegExp(`^${base64("joe")}$`)),
    challenge("Password"),
    hear(new RegExp(`^${base64(SECRET)}$`)),
    welcome,
  ];
  expect((await logInImap(["AUTH=LOGIN"], steps, "LOGIN")).status).toBe("up");
  expect((await logInImap([], [hear(/^a4 LOGIN "joe" "/), welcome], "LOGIN")).status).toBe("up");
});

test("CRAM-MD5 signs the challenge", async () => {
  const steps = [
    hear(/^a4 AUTHENTICATE CRAM-MD5$/),
    challenge("<1896.697170952@postoffice.reston.mci.net>"),
    hear(new RegExp(`^${base64("tim b913a602c7eda7a495b4e6e7334d3890")}$`)), // the example of RFC 2195
    welcome,
  ];
  const login = { mechanism: "CRAM-MD5", username: "tim" } as const;
  expect((await logInImap(["AUTH=CRAM-MD5"], steps, "CRAM-MD5", { login }, { secret: "tanstaaftanstaaf" })).status).toBe("up");
});

test("a token that is refused is told with what the server said of it", async () => {
  const steps = [
    hear(/^a4 AUTHENTICATE XOAUTH2 /),
    challenge('{"status":"400"}'),
    hear(/^$/),
    send("a4 NO [AUTHENTICATIONFAILED] Invalid credentials\r\n"),
  ];
  const { reason } = await logInImap(["SASL-IR", "AUTH=XOAUTH2"], steps, "XOAUTH2");
  expect(reason).toMatchObject({ code: "login.reply", detail: 'The server said {"status":"400"}', reply: { code: "NO" } });
});

test.each([
  ["a4 NO [AUTHENTICATIONFAILED] no", "NO", "AUTHENTICATIONFAILED", true],
  ["a4 NO no", "NO", null, true],
  ["a4 BAD what", "BAD", null, true],
  ["a4 NO [UNAVAILABLE] later", "NO", "UNAVAILABLE", false],
  ["a4 NO [INUSE] later", "NO", "INUSE", false],
  ["* BYE [LIMIT] too many connections", "BYE", "LIMIT", false],
])("a login answered with %s, and whether it counts as wrong", async (answer, code, enhanced, isRefused) => {
  const result = await logInImap([], [hear(/^a4 LOGIN/), send(`${answer}\r\n`), ...(code === "BYE" ? [close, hold] : [])]);
  expect(result).toMatchObject({ status: "down", reason: { code: "login.reply", stage: "login", reply: { code, enhanced } } });
  expect(isLoginRefusal(result.reason)).toBe(isRefused);
});

test("a login that was refused before is not tried again", async () => {
  const memory = { hasOfferedStarttls: false, isLoginRefused: true };
  const result = await logInImap([], [], "best", {}, { memory });
  expect(result).toMatchObject({ status: "down", reason: { code: "login.stopped", reply: null } });
  expect(saidInLogin(result).some((line) => line.startsWith("sent"))).toBe(false);
});

/** Answers whatever is said with one more challenge, until the client takes leave. */
const askOn: Step = async (player) => {
  for (let line = await player.line(); line !== "a6 LOGOUT"; line = await player.line()) player.send("+ Z28gb24=\r\n");
  player.send("* BYE\r\na6 OK\r\n");
};

test("a server that asks on and on is told to stop, and given up after 8 challenges", async () => {
  const result = await logInImap(["AUTH=PLAIN"], [askOn, hold], "PLAIN");
  expect(result).toMatchObject({ status: "down", reason: { code: "login.loop" } });
  expect(saidInLogin(result).filter((line) => line.startsWith("received: +"))).toHaveLength(8);
});

test.each([
  ["CRAM-MD5", ["AUTH=PLAIN", "LOGINDISABLED"], "CRAM-MD5 is not offered, but AUTH=PLAIN, LOGINDISABLED."],
  ["best", ["AUTH=XOAUTH2", "LOGINDISABLED"], "Of AUTH=XOAUTH2, LOGINDISABLED none is for a password."],
  ["XOAUTH2", [], "XOAUTH2 is not offered."],
] as const)("%s is not tried where there is %j", async (mechanism, capabilities, detail) => {
  const result = await logInImap([...capabilities], [], mechanism);
  expect(result).toMatchObject({ status: "down", reason: { code: "login.unavailable", detail } });
});

test("a password with letters that are not ASCII is never said by the command LOGIN", async () => {
  const result = await logInImap([], [], "best", {}, { secret: "süß" });
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "login.unavailable", detail: expect.stringMatching(/cannot carry/) },
  });
});

test("where the certificate was not accepted nothing is said of the login", async () => {
  const dialogue = imapStarttlsThen("", startTls(certificate), ...capability(["IMAP4rev1"], "a3"), ...imapFarewell);
  const login = { mechanism: "best", username: "joe" } as const;
  const result = await probePlayed(
    dialogue,
    { kind: "imap", tls: "starttls", until: "login", login },
    { ...TRUSTED, extraCas: [] },
  );
  expect(result).toMatchObject({ status: "degraded", reason: { code: expect.stringMatching(/^tls\./) } });
  expect(saidInLogin(result).some((line) => line.startsWith("sent"))).toBe(false);
});
