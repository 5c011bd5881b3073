import { expect, test } from "vitest";
import { isLoginRefusal } from "#core/check/login-refusal.ts";
import { pop3Farewell, pop3Greeting, pop3Offering, userPass } from "#testing/server/dialogues/pop3.ts";
import { logInPop3, saidInLogin } from "#testing/server/log-in-pop3.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { base64 } from "#testing/server/secret-traces.ts";
import { expect as hear, hold, send, startTls, type Step } from "#testing/server/steps.ts";
import { certificate, TRUSTED } from "#testing/server/trusted.ts";

const SECRET = "pencil-and-paper";
const welcome = send("+OK logged in\r\n");
const challenge = (text: string) => send(`+ ${base64(text)}\r\n`);

test("USER and PASS are said where nothing better is offered, and the password is not shown", async () => {
  const result = await logInPop3(["USER"], [hear(/^USER joe$/), send("+OK\r\n"), hear(new RegExp(`^PASS ${SECRET}$`)), welcome]);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(saidInLogin(result)).toEqual(["sent: USER joe", "received: +OK", "sent: PASS [redacted]", "received: +OK logged in"]);
});

test("a password that is to go as LOGIN does goes by USER and PASS where there is no AUTH LOGIN", async () => {
  expect((await logInPop3(["USER", "SASL PLAIN"], userPass, "LOGIN")).status).toBe("up");
});

test("a server that does not know CAPA is taken to know USER", async () => {
  const login = { mechanism: "best", username: "joe" } as const;
  const dialogue = [startTls(certificate), pop3Greeting, hear(/^CAPA$/), send("-ERR what?\r\n"), ...userPass, ...pop3Farewell];
  const result = await probePlayed(dialogue, { kind: "pop3", tls: "implicit", until: "login", login }, TRUSTED);
  expect(result).toMatchObject({ status: "up", warnings: ["The server does not know CAPA, so what it offers is not known."] });
});

test("PLAIN says all with the command", async () => {
  const line = new RegExp(`^AUTH PLAIN ${base64(`\0joe\0${SECRET}`)}$`);
  const result = await logInPop3(["USER", "SASL LOGIN PLAIN"], [hear(line), welcome]);
  expect(result).toMatchObject({ status: "up", reason: null });
  expect(saidInLogin(result)).toEqual(["sent: AUTH PLAIN [redacted]", "received: +OK logged in"]);
});

test("LOGIN answers with the name and then the password", async () => {
  const steps = [
    hear(/^AUTH LOGIN$/),
    challenge("Username:"),
    hear(new RegExp(`^${base64("joe")}$`)),
    challenge("Password:"),
    hear(new RegExp(`^${base64(SECRET)}$`)),
    welcome,
  ];
  expect((await logInPop3(["SASL LOGIN"], steps, "LOGIN")).status).toBe("up");
});

test("CRAM-MD5 signs the challenge", async () => {
  const steps = [
    hear(/^AUTH CRAM-MD5$/),
    challenge("<1896.697170952@postoffice.reston.mci.net>"),
    hear(new RegExp(`^${base64("tim b913a602c7eda7a495b4e6e7334d3890")}$`)), // the example of RFC 2195
    welcome,
  ];
  const login = { mechanism: "CRAM-MD5", username: "tim" } as const;
  const result = await logInPop3(["SASL CRAM-MD5"], steps, "CRAM-MD5", { login }, { secret: "tanstaaftanstaaf" });
  expect(result.status).toBe("up");
});

test("a first response that makes the command longer than 255 bytes waits for a challenge", async () => {
  const token = "t".repeat(300);
  const steps = [hear(/^AUTH XOAUTH2$/), send("+ \r\n"), hear(/^[A-Za-z0-9+/=]{400,}$/), welcome];
  expect((await logInPop3(["SASL XOAUTH2"], steps, "XOAUTH2", {}, { secret: token })).status).toBe("up");
});

test.each([
  ["-ERR [AUTH] no", "AUTH", true],
  ["-ERR no", null, true],
  ["-ERR [UNHEARD-OF] no", "UNHEARD-OF", true],
  ["-ERR [SYS/TEMP] later", "SYS/TEMP", false],
  ["-ERR [SYS/PERM] never", "SYS/PERM", false],
  ["-ERR [IN-USE] later", "IN-USE", false],
  ["-ERR [LOGIN-DELAY 900] later", "LOGIN-DELAY", false],
])("a password answered with %s, and whether it counts as wrong", async (answer, enhanced, isRefused) => {
  const result = await logInPop3(["USER"], [hear(/^USER/), send("+OK\r\n"), hear(/^PASS/), send(`${answer}\r\n`)]);
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "login.reply", stage: "login", reply: { code: "-ERR", enhanced } },
  });
  expect(isLoginRefusal(result.reason)).toBe(isRefused);
});

test.each([
  [["USER", "LOGIN-DELAY 900"], 900],
  [["USER", "LOGIN-DELAY 900 USER"], 900],
  [["USER", "LOGIN-DELAY 99999"], 3_600],
  [["USER"], 60],
])("a server that offers %j and is asked too soon is asked again %i s later", async (capabilities, delayS) => {
  const now = Date.now();
  const steps = [hear(/^USER/), send("+OK\r\n"), hear(/^PASS/), send("-ERR [LOGIN-DELAY] later\r\n")];
  const result = await logInPop3(capabilities, steps, "best", {}, { now: () => now });
  expect(result.retryAt).toBe(now + delayS * 1_000);
});

test("a user name that is refused is refused, and no password is said", async () => {
  const result = await logInPop3(["USER"], [hear(/^USER joe$/), send("-ERR never heard of joe\r\n")]);
  expect(result).toMatchObject({ status: "down", reason: { code: "login.reply" } });
  expect(isLoginRefusal(result.reason)).toBe(true);
});

test("a login that was refused before is not tried again", async () => {
  const memory = { hasOfferedStarttls: false, isLoginRefused: true };
  const result = await logInPop3(["USER"], [], "best", {}, { memory });
  expect(result).toMatchObject({ status: "down", reason: { code: "login.stopped", reply: null } });
  expect(saidInLogin(result).some((line) => line.startsWith("sent"))).toBe(false);
});

/** Answers whatever is said with one more challenge, until the client takes leave. */
const askOn: Step = async (player) => {
  for (let line = await player.line(); line !== "QUIT"; line = await player.line()) player.send("+ Z28gb24=\r\n");
  player.send("+OK bye\r\n");
};

test("a server that asks on and on is told to stop, and given up after 8 challenges", async () => {
  const result = await logInPop3(["SASL PLAIN"], [askOn, hold], "PLAIN");
  expect(result).toMatchObject({ status: "down", reason: { code: "login.loop" } });
  expect(saidInLogin(result).filter((line) => line.startsWith("received: +"))).toHaveLength(8);
});

test("a challenge too many is taken back once where the server takes it", async () => {
  const steps = [hear(/^AUTH/), challenge("more"), hear(/^\*$/), send("-ERR cancelled\r\n")];
  const result = await logInPop3(["SASL PLAIN"], steps, "PLAIN");
  expect(result).toMatchObject({ status: "down", reason: { code: "login.loop", detail: "Challenge 1 is one too many." } });
});

test.each([
  ["CRAM-MD5", ["USER", "SASL PLAIN"], "CRAM-MD5 is not offered, but USER, SASL PLAIN."],
  ["best", ["SASL XOAUTH2"], "Of SASL XOAUTH2 none is for a password."],
  ["best", ["TOP"], "No login is offered."],
] as const)("%s is not tried where there is %j", async (mechanism, capabilities, detail) => {
  const result = await logInPop3([...capabilities], [], mechanism);
  expect(result).toMatchObject({ status: "down", reason: { code: "login.unavailable", detail } });
});

test.each([
  ["a password with letters that are not ASCII", { secret: "süß" }, "joe"],
  ["a password that is too long for a command", { secret: "x".repeat(300) }, "joe"],
  ["a user name with a blank", {}, "joe bloggs"],
])("%s is never said by USER and PASS", async (_, options, username) => {
  const login = { mechanism: "best", username } as const;
  expect(await logInPop3(["USER"], [], "best", { login }, options)).toMatchObject({
    status: "down",
    reason: { code: "login.unavailable" },
  });
});

test("without TLS nothing is said of the login", async () => {
  const target = { kind: "pop3", tls: "starttls", until: "login", login: { mechanism: "best", username: "joe" } } as const;
  const result = await probePlayed(pop3Offering(["USER"]), target, { secret: SECRET });
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "login.cleartext", detail: "The connection is not encrypted, so nothing was sent." },
  });
});
