import { expect, test } from "vitest";
import { makeCertificate } from "#testing/certificates.ts";
import { authInClear } from "#testing/server/dialogues/auth-in-clear.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { ehloAnswered } from "#testing/server/dialogues/ehlo-answered.ts";
import { logInPlayed, saidInAuth } from "#testing/server/log-in-played.ts";
import { certificate } from "#testing/server/trusted.ts";

test("a login that is refused for good is not tried again", async () => {
  const memory = { hasOfferedStarttls: false, isLoginRefused: true };
  const result = await logInPlayed(authOffered(certificate, "PLAIN"), "PLAIN", {}, { memory });
  expect(result).toMatchObject({ status: "down", reason: { code: "auth.stopped", stage: "auth", reply: null } });
  expect(saidInAuth(result).some((line) => line.startsWith("sent"))).toBe(false);
});

test("what is not offered is not tried", async () => {
  expect(await logInPlayed(authOffered(certificate, "PLAIN LOGIN"), "CRAM-MD5")).toMatchObject({
    status: "down",
    reason: { code: "auth.unavailable", detail: "CRAM-MD5 is not offered, but AUTH PLAIN LOGIN." },
  });
  expect((await logInPlayed(authOffered(certificate, "XOAUTH2"), "best")).reason).toMatchObject({
    code: "auth.unavailable",
    detail: "Of AUTH XOAUTH2 none is for a password.",
  });
});

test("without any AUTH there is no login, in the clear or not", async () => {
  const result = await logInPlayed(ehloAnswered("250 mx.example\r\n"), "PLAIN", { tls: "starttls" });
  expect(result).toMatchObject({ status: "down", reason: { code: "auth.unavailable", detail: "AUTH is not offered." } });
});

test("a server without TLS that offers AUTH gets no password", async () => {
  const result = await logInPlayed(ehloAnswered("250-mx.example\r\n250 AUTH PLAIN\r\n"), "PLAIN", { tls: "starttls" });
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "auth.cleartext", detail: "The connection is not encrypted, so nothing was sent." },
  });
});

test("AUTH that is only offered before TLS is not used", async () => {
  const result = await logInPlayed(authInClear(certificate, "SIZE"), "PLAIN", { tls: "starttls-required" });
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "auth.cleartext", detail: "PLAIN is offered only before TLS, so nothing was sent." },
  });
});

test("a server whose certificate is not accepted gets no password, and the accept test is left out", async () => {
  const distrusted = makeCertificate({ names: ["127.0.0.1"] });
  const envelope = { from: "", accepted: "joe@mx.example" };
  const result = await logInPlayed(authInClear(distrusted, "AUTH PLAIN"), "PLAIN", { tls: "starttls", until: "accept", envelope });
  expect(result).toMatchObject({ status: "degraded", reason: { code: "tls.self-signed" } });
  expect(saidInAuth(result)).toEqual([
    expect.stringContaining("The encryption or the certificate was not accepted, so nothing was sent."),
  ]);
});

test("a check that ends before AUTH does not log in", async () => {
  expect((await logInPlayed(authOffered(certificate, "PLAIN"), "PLAIN", { until: "tls" })).status).toBe("up");
});

test("a login without its secret is our own fault, and thrown", async () => {
  await expect(logInPlayed(authOffered(certificate, "PLAIN"), "PLAIN", {}, { secret: null })).rejects.toThrow(
    "a user name and a secret",
  );
});
