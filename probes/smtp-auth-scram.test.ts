import { expect, test } from "vitest";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { base64, logInPlayed, saidInAuth, SECRET } from "#testing/server/log-in-played.ts";
import { scram, type ScramWishes } from "#testing/server/scram-server.ts";
import { certificate } from "#testing/server/trusted.ts";

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

test("SCRAM-SHA-256 proves itself and has the server prove itself", async () => {
  const result = await logInPlayed(authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET })), "SCRAM-SHA-256");
  expect(result).toMatchObject({ status: "up", warnings: [] });
  expect(saidInAuth(result)).toEqual([
    "sent: AUTH SCRAM-SHA-256 [redacted]",
    expect.stringMatching(/^received: 334 /),
    "sent: [redacted]",
    "received: 334 [redacted]", // from the server's signature the password can be guessed
    "sent: ",
    "received: 235 2.7.0 welcome",
  ]);
});

test.each(UNPROVEN)("with SCRAM-SHA-256, a server that %s has not proven itself", async (_, wishes, detail) => {
  const dialogue = authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, ...wishes }));
  expect(await logInPlayed(dialogue, "SCRAM-SHA-256")).toMatchObject({
    status: "down",
    reason: { code: "auth.server-proof", detail },
  });
});

test("with SCRAM-SHA-256, a wrong password is refused", async () => {
  const result = await logInPlayed(authOffered(certificate, "SCRAM-SHA-256", scram({ password: "another" })), "SCRAM-SHA-256");
  expect(result.reason).toMatchObject({ code: "auth.reply", reply: { code: 535 } });
});

test("with SCRAM-SHA-256, few rounds are a warning and very many are not done", async () => {
  const few = await logInPlayed(
    authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, rounds: 100 })),
    "SCRAM-SHA-256",
  );
  expect(few).toMatchObject({ status: "up", warnings: [expect.stringContaining("only 100 times")] });
  const startedAtMs = performance.now();
  const many = await logInPlayed(
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
    expect((await logInPlayed(dialogue, "SCRAM-SHA-256")).reason?.code).toBe("auth.protocol");
  },
);
