import { expect, test } from "vitest";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { dhGroup } from "#testing/dh-group.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { implicitGood } from "#testing/server/dialogues/implicit-good.ts";
import { starttlsDistrusted } from "#testing/server/dialogues/starttls-distrusted.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import type { TlsSettings } from "#testing/server/player.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { heard, hold, send, startTls } from "#testing/server/steps.ts";
import { diffieHellmanHello, fatalAlert, serverHello } from "#testing/server/tls-messages.ts";

const authority = makeAuthority();
const names = ["127.0.0.1"];
const trusted = makeCertificate({ names, issuer: authority });
const withRsa = makeCertificate({ names, issuer: authority, key: "rsa:2048" });
const options = { extraCas: [authority.cert], timeLimitMs: 3_000 };

const PROTOCOL_VERSION = 70;

/** A server that takes what has been given up, as old ones do. */
const lax = (settings: TlsSettings): TlsSettings => ({ minVersion: "TLSv1", ciphers: "ALL:eNULL:@SECLEVEL=0", ...settings });
const OLD_VERSIONS = ["TLSv1", "TLSv1.1"] as const;
const old = (version: (typeof OLD_VERSIONS)[number]) => lax({ ...trusted, maxVersion: version });

const WEAK: [string, TlsSettings, RegExp][] = [
  [
    "a Diffie-Hellman group of 1024 bits",
    { ...lax(withRsa), ciphers: "kDHE:@SECLEVEL=0", dhparam: dhGroup(1024), maxVersion: "TLSv1.2" },
    /Diffie-Hellman with 1024 bits/,
  ],
  [
    "a suite that does not encrypt",
    { ...lax(trusted), ciphers: "eNULL:@SECLEVEL=0", maxVersion: "TLSv1.2" },
    /^TLS_\w+_NULL_SHA was/,
  ],
];

test.each(OLD_VERSIONS)(
  "where STARTTLS is required, a server that has only %s is down, and the version is told",
  async (version) => {
    const result = await probePlayed(starttlsDistrusted(old(version)), { tls: "starttls-required" }, options);
    expect(result).toMatchObject({
      status: "down",
      reason: { code: "tls.version", detail: expect.stringMatching(`^${version} was agreed`) },
    });
    expect(result.facts.tls?.protocol).toBe(version);
    expect(result.facts.certificate?.names).toEqual(names);
  },
);

test.each(OLD_VERSIONS)("with implicit TLS, a server that has only %s is down before a word is said", async (version) => {
  const result = await probePlayed([startTls(old(version)), hold], { tls: "implicit" }, options);
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.version" }, facts: { tls: { protocol: version } } });
  expect(result.transcript.some(({ direction }) => direction === "sent")).toBe(false);
});

test.each(OLD_VERSIONS)("where STARTTLS is used if offered, a server that has only %s degrades", async (version) => {
  const result = await probePlayed(starttlsGood(old(version)), { tls: "starttls" }, options);
  expect(result).toMatchObject({ status: "degraded", reason: { code: "tls.version" }, facts: { capabilities: ["AFTER"] } });
});

test("a server that wants SSLv3 is down for its version", async () => {
  const result = await probePlayed(starttlsThen(heard, send(serverHello(0x0300)), hold), { tls: "starttls-required" }, options);
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.version", detail: expect.stringContaining("SSLv3") } });
});

test("a server that refuses every version we know is down for its version", async () => {
  const result = await probePlayed(
    starttlsThen(heard, send(fatalAlert(PROTOCOL_VERSION)), hold),
    { tls: "starttls-required" },
    options,
  );
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "tls.version", detail: expect.stringContaining("every version") },
  });
});

test.each(["TLSv1.2", "TLSv1.3"] as const)("a server that has only %s is up", async (version) => {
  const only = { ...trusted, minVersion: version, maxVersion: version };
  const result = await probePlayed(implicitGood(only), { tls: "implicit" }, options);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [], facts: { tls: { protocol: version } } });
});

test.each(WEAK)("%s degrades, and is told", async (_, settings, detail) => {
  const result = await probePlayed(starttlsGood(settings), { tls: "starttls-required" }, options);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "tls.weak-cipher", detail: expect.stringMatching(detail) },
    facts: { tls: { protocol: "TLSv1.2" }, capabilities: ["AFTER"] },
  });
});

test("a Diffie-Hellman group of 2048 bits is good enough", async () => {
  const settings: TlsSettings = { ...withRsa, ciphers: "kDHE", dhparam: dhGroup(2048), maxVersion: "TLSv1.2" };
  expect(await probePlayed(starttlsGood(settings), { tls: "starttls-required" }, options)).toMatchObject({
    status: "up",
    facts: { tls: { cipher: expect.stringMatching(/^TLS_DHE_RSA_/) } },
  });
});

test("a Diffie-Hellman group of 512 bits, with which no handshake comes about, degrades", async () => {
  const dialogue = starttlsThen(heard, send(diffieHellmanHello(withRsa, 512)), hold);
  const result = await probePlayed(dialogue, { tls: "starttls-required" }, options);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "tls.weak-cipher", detail: expect.stringContaining("1024 bits") },
  });
});

test("with both an old version and a bad certificate the version is the reason, and the certificate is a warning", async () => {
  const expired = makeCertificate({ names, issuer: authority, fromDay: -40, toDay: -3.5 });
  const settings = lax({ ...expired, maxVersion: "TLSv1.1" });
  const result = await probePlayed(starttlsDistrusted(settings), { tls: "starttls-required" }, options);
  expect(result.reason?.code).toBe("tls.version");
  expect(result.warnings).toEqual([expect.stringMatching(/^The certificate expired 3 days ago, on \d{4}-\d\d-\d\d\.$/)]);
});

test.each(WEAK)("no login is sent over %s", async (_, settings) => {
  const result = await probePlayed(
    authOffered(settings, "PLAIN"),
    { tls: "implicit", until: "auth", login: { mechanism: "PLAIN", username: "joe" } },
    { ...options, secret: "not to be said" },
  );
  expect(result).toMatchObject({ status: "degraded", reason: { code: "tls.weak-cipher" } });
  expect(result.transcript.some(({ text }) => text.startsWith("AUTH"))).toBe(false);
});
