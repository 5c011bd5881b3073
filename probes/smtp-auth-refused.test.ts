import { expect, test } from "vitest";
import { isLoginRefusal } from "#core/check/login-refusal.ts";
import { authAskingOn } from "#testing/server/dialogues/auth-asking-on.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { challenge, logInPlayed, saidInAuth } from "#testing/server/log-in-played.ts";
import { close, expect as hear, hold, reset, send } from "#testing/server/steps.ts";
import { certificate } from "#testing/server/trusted.ts";

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
  expect(await logInPlayed(dialogue, "XOAUTH2")).toMatchObject({
    status: "down",
    reason: { code: "auth.reply", reply: { code: 535 }, detail: `The server said ${why}` },
  });
});

test.each([535, 534, 530, 454, 421])("AUTH answered with %d is a refusal, and farewell is taken", async (code) => {
  const result = await logInPlayed(authOffered(certificate, "PLAIN", hear(/^AUTH/), send(`${code} 1.2.3 no\r\n`)), "PLAIN");
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
    const result = await logInPlayed(authAskingOn(certificate, mechanism), mechanism);
    expect(result).toMatchObject({ status: "down", reason: { code: "auth.loop", reply: { code: 334 } } });
    expect(saidInAuth(result).filter((line) => line.startsWith("received: 334"))).toHaveLength(8);
    expect(saidInAuth(result).filter((line) => line === "sent: *").length).toBeGreaterThan(0);
  },
);

test("a challenge too many is taken back once where the server takes it", async () => {
  const dialogue = authOffered(certificate, "PLAIN", hear(/^AUTH/), challenge("more"), hear(/^\*$/), send("501 cancelled\r\n"));
  const result = await logInPlayed(dialogue, "PLAIN");
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
  const result = await logInPlayed(dialogue, mechanism);
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "auth.protocol", detail: "A challenge of the server is no base64." },
  });
  expect(result.transcript.find(({ failed }) => failed)?.text).toBe("334 <no base64>");
});

test.each([
  ["closes", close, "auth.closed"],
  ["resets", reset, "auth.reset"],
  ["says nothing", hold, "auth.timeout"],
  ["says what is no reply", send("HTTP/1.1 400 Bad Request\r\n"), "auth.protocol"],
] as const)("a server that %s in the middle of AUTH is told apart", async (_, step, code) => {
  const dialogue = authOffered(certificate, "LOGIN", hear(/^AUTH LOGIN$/), send("334 \r\n"), hear(/./), step, hold);
  expect(await logInPlayed(dialogue, "LOGIN", {}, { timeLimitMs: 700 })).toMatchObject({ status: "down", reason: { code } });
});

test("a refusal whose code counts as fine ends the check well", async () => {
  const dialogue = authOffered(certificate, "PLAIN", hear(/^AUTH/), send("535 5.7.8 no\r\n"));
  expect(await logInPlayed(dialogue, "PLAIN", { expect: { fineCodes: [535] } })).toMatchObject({ status: "up", reason: null });
});
