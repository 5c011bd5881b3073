import { expect, onTestFinished, test } from "vitest";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { startOpensslServer } from "#testing/openssl-server.ts";
import { starttlsAnswered } from "#testing/server/dialogues/starttls-answered.ts";
import { starttlsLeft } from "#testing/server/dialogues/starttls-left.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import {
  close,
  closeWithoutTls,
  expect as hear,
  heard,
  hold,
  renegotiate,
  repeat,
  reset,
  send,
  sendInPieces,
  startTls,
} from "#testing/server/steps.ts";
import { fatalAlert, recordHead, serverHello } from "#testing/server/tls-messages.ts";
import { probeSmtp } from "./smtp.ts";

const authority = makeAuthority();
const trusted = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
const options = { extraCas: [authority.cert], timeLimitMs: 3_000 };
const required = { tls: "starttls-required" } as const;
const HANDSHAKE_FAILURE = 40;

/** Real servers, with TLS from the first byte. */
async function probeOpenssl(wishes: string, timeLimitMs = options.timeLimitMs) {
  const server = await startOpensslServer(trusted, wishes);
  onTestFinished(() => server.stop());
  const target = { kind: "smtp", host: "127.0.0.1", port: server.port, tls: "implicit", ehloName: "probe.example" } as const;
  return probeSmtp(target, { ...options, timeLimitMs, dnsServers: [], allowPrivate: true });
}

test("STARTTLS answered with a farewell is down where it is required", async () => {
  const result = await probePlayed(starttlsAnswered("221 2.0.0 bye\r\n"), required);
  expect(result).toMatchObject({ status: "down", reason: { code: "starttls.reply", reply: { code: 221 } } });
});

test("a real handshake that comes a byte at a time times out", async () => {
  const dialogue = starttlsThen(heard, sendInPieces(serverHello(0x0303).toString("latin1"), 1, 100), hold);
  const result = await probePlayed(dialogue, required, { timeLimitMs: 700 });
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.timeout", detail: null } });
  expect(result.durationMs).toBeLessThan(2_000);
});

test("a record that never ends times out in the time of its stage", async () => {
  const dialogue = starttlsThen(heard, send(recordHead(0x0303, 16_000)), repeat("\x02", 20));
  const result = await probePlayed(dialogue, required, { ...options, stageLimitsMs: { tls: 300 } });
  expect(result.reason?.code).toBe("tls.timeout");
  expect(result.durationMs).toBeLessThan(2_000);
});

test.each([
  ["in a second segment", [send("250-FORGED\r\n250 AUTH PLAIN\r\n"), startTls(trusted), hold]],
  ["after the client has begun its handshake", [heard, send("250-FORGED\r\n250 AUTH PLAIN\r\n"), hold]],
])("plaintext that comes %s is never taken for an answer", async (_, steps) => {
  const result = await probePlayed(
    starttlsThen((player) => player.wait(20), ...steps),
    required,
    options,
  );
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.protocol", detail: "What the server sent is no TLS." } });
  expect(result.facts.capabilities).toEqual(["STARTTLS"]);
});

test("an alert in place of a handshake is told", async () => {
  const result = await probePlayed(starttlsThen(heard, send(fatalAlert(HANDSHAKE_FAILURE)), hold), required, options);
  expect(result.reason).toMatchObject({ code: "tls.protocol", detail: expect.stringContaining('alert "handshake failure"') });
});

test.each([
  ["a reset", reset, "ehlo-tls.reset"],
  ["an end", close, "ehlo-tls.closed"],
  ["an end of the connection alone", closeWithoutTls, "ehlo-tls.closed"],
] as const)("%s after the handshake is one of the stage it comes in", async (_, step, code) => {
  const result = await probePlayed(starttlsThen(startTls(trusted), hear(/^EHLO /), step), required, options);
  expect(result).toMatchObject({ status: "down", reason: { code } });
});

test("bytes that are no TLS after the handshake are a protocol failure of their stage", async () => {
  const dialogue = starttlsThen(startTls(trusted), hear(/^EHLO /), (player) => player.sendUnderTls("250 mx.example\r\n"), hold);
  const { reason } = await probePlayed(dialogue, required, options);
  expect(reason).toMatchObject({ code: "ehlo-tls.protocol", detail: expect.stringMatching(/^TLS broke off: /) });
});

test.each(["TLSv1.2", "TLSv1.3"] as const)(
  "with %s, a connection that ends before its TLS is up, with a warning",
  async (version) => {
    const settings = { ...trusted, minVersion: version, maxVersion: version };
    const result = await probePlayed(starttlsLeft(settings, closeWithoutTls), required, options);
    expect(result).toMatchObject({ status: "up", reason: null, warnings: [expect.stringContaining("close_notify")] });
  },
);

test.each([
  ["TLSv1.2", "ECDHE-ECDSA-AES128-GCM-SHA256"],
  ["TLSv1.2", "ECDHE-ECDSA-CHACHA20-POLY1305"],
  ["TLSv1.2", "ECDHE-ECDSA-AES256-CCM8:@SECLEVEL=0"],
  ["TLSv1.2", "ECDHE-ECDSA-AES128-SHA"],
  ["TLSv1.3", "TLS_AES_128_GCM_SHA256"],
  ["TLSv1.3", "TLS_CHACHA20_POLY1305_SHA256"],
] as const)("with %s and %s, a connection whose TLS is closed first is up without a word", async (version, ciphers) => {
  const settings = { ...trusted, minVersion: version, maxVersion: version, ciphers };
  expect(await probePlayed(starttlsLeft(settings, close), required, options)).toMatchObject({
    status: "up",
    reason: null,
    warnings: [],
  });
});

test("a server that stays after its farewell is up, and not waited for", async () => {
  const result = await probePlayed(starttlsLeft(trusted, hold), required, options);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.durationMs).toBeLessThan(2_000);
});

test("a server that wants to shake hands anew is refused it", async () => {
  const settings = { ...trusted, maxVersion: "TLSv1.2" } as const;
  const anew = [renegotiate, send("250-mx.example\r\n"), (player: { wait(ms: number): Promise<void> }) => player.wait(5)];
  const dialogue = starttlsThen(startTls(settings), hear(/^EHLO /), ...Array.from({ length: 50 }, () => anew).flat(), hold);
  const result = await probePlayed(dialogue, required, options);
  expect(result).toMatchObject({ status: "down", reason: { code: "ehlo-tls.protocol" } });
  expect(result.durationMs).toBeLessThan(2_000);
});

test("session tickets without end are cut off, though they are no data", async () => {
  const result = await probeOpenssl("-num_tickets 1000000", 5_000);
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "greeting.reply-too-large", detail: expect.stringContaining("TLS") },
  });
  expect(result.durationMs).toBeLessThan(2_500);
});

test("a server that wants a certificate of ours is told by its alert", async () => {
  const result = await probeOpenssl("-Verify 1 -tls1_3");
  expect(result.reason).toMatchObject({ code: "greeting.protocol", detail: expect.stringContaining("certificate required") });
});
