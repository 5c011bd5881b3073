import { expect, test } from "vitest";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { accept, base64, challenge, logInPlayed, saidInAuth, SECRET } from "#testing/server/log-in-played.ts";
import { scram } from "#testing/server/scram-server.ts";
import { expect as hear, send } from "#testing/server/steps.ts";
import { certificate } from "#testing/server/trusted.ts";

test("PLAIN says all with the command", async () => {
  const result = await logInPlayed(
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
  expect(saidInAuth(result)).toEqual(["sent: AUTH PLAIN [redacted]", "received: 235 2.7.0 welcome"]);
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
  const result = await logInPlayed(dialogue, "LOGIN");
  expect(result.status).toBe("up");
  expect(saidInAuth(result).filter((line) => line.startsWith("sent"))).toEqual([
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
  expect((await logInPlayed(dialogue, "CRAM-MD5", { login }, { secret: "tanstaaftanstaaf" })).status).toBe("up");
});

test("XOAUTH2 sends the token", async () => {
  const line = new RegExp(`^AUTH XOAUTH2 ${base64(`user=joe\x01auth=Bearer ${SECRET}\x01\x01`)}$`);
  expect((await logInPlayed(authOffered(certificate, "XOAUTH2", hear(line), accept), "XOAUTH2")).status).toBe("up");
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
  const result = await logInPlayed(dialogue, "XOAUTH2", {}, { secret: token });
  expect(result.status).toBe("up");
  expect(saidInAuth(result)).toEqual(["sent: AUTH XOAUTH2", "received: 334 ", "sent: [redacted]", "received: 235 2.7.0 welcome"]);
});

test("a command of exactly 512 bytes is sent with its response", async () => {
  const room = 512 - "AUTH PLAIN \r\n".length - 3; // base64 comes in fours
  const secret = "x".repeat((room / 4) * 3 - "\0joe\0".length);
  const fits = authOffered(certificate, "PLAIN", hear(/^AUTH PLAIN .{496}$/), accept);
  expect((await logInPlayed(fits, "PLAIN", {}, { secret })).status).toBe("up");
  const waits = authOffered(certificate, "PLAIN", hear(/^AUTH PLAIN$/), send("334 \r\n"), hear(/^.{500}$/), accept);
  expect((await logInPlayed(waits, "PLAIN", {}, { secret: `${secret}x` })).status).toBe("up");
});

test("the strongest mechanism for a password is taken, never a token's", async () => {
  const dialogue = authOffered(certificate, "XOAUTH2 LOGIN PLAIN CRAM-MD5 SCRAM-SHA-256", scram({ password: SECRET }));
  expect((await logInPlayed(dialogue, "best")).status).toBe("up");
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
  expect((await logInPlayed(dialogue, "PLAIN", { until: "accept", envelope })).status).toBe("up");
});
