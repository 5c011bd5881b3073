import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import type { Trust } from "#core/monitor/trust.ts";
import { makeAuthority, makeCertificate, withChain, type Certificate, type CertificateWish } from "#testing/certificates.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { starttlsDistrusted } from "#testing/server/dialogues/starttls-distrusted.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import type { TlsSettings } from "#testing/server/player.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { expect as hear, send } from "#testing/server/steps.ts";

const authority = makeAuthority();
const stranger = makeAuthority({ subject: "Played stranger" });
const names = ["127.0.0.1"];
const ENDED = { fromDay: -40, toDay: -3.5 };
const options = { extraCas: [authority.cert], timeLimitMs: 3_000 };
const required = { tls: "starttls-required" } as const;

const make = (wish: CertificateWish = {}) => makeCertificate({ names, issuer: authority, ...wish });
const selfSigned = (wish: CertificateWish = {}) => make({ issuer: undefined, ...wish });
const byStranger = (wish: CertificateWish = {}) => withChain(make({ issuer: stranger, ...wish }), stranger);
const pinOf = ({ cert }: Certificate) => new X509Certificate(cert).fingerprint256.replaceAll(":", "").toLowerCase();

/** By way of an intermediate that is like this. */
function byWayOf(intermediate: CertificateWish, wish: CertificateWish = {}): Certificate {
  const issuer = makeCertificate({ subject: "Played intermediate", isAuthority: true, issuer: authority, ...intermediate });
  return withChain(make({ issuer, ...wish }), issuer);
}

/** By an authority whose own issuer may issue none. */
function byALowerOne(wish: CertificateWish): Certificate {
  const upper = makeAuthority({
    issuer: authority,
    subject: "Played upper",
    extensions: ["basicConstraints = critical, CA:TRUE, pathlen:0"],
  });
  const lower = makeAuthority({ issuer: upper, subject: "Played lower" });
  return withChain(make({ issuer: lower, ...wish }), lower, upper);
}

const accepted = (certificate: Certificate, trust: Trust) =>
  probePlayed(starttlsGood(certificate), { ...required, trust }, options);
const refused = (certificate: Certificate, trust: Trust) =>
  probePlayed(starttlsDistrusted(certificate), { ...required, trust }, options);

test.each([
  ["untrusted", "is signed by itself", selfSigned()],
  ["untrusted", "leads to CN=Played stranger, a root that is not trusted", byStranger()],
  ["untrusted", "was issued by CN=Played stranger, which was not sent and is not known", make({ issuer: stranger })],
  ["name", "is for mx.example, not for 127.0.0.1", make({ names: ["mx.example"] })],
  ["expired", "expired 3 days ago", make(ENDED)],
  ["expired", "expired 3 days ago", byWayOf({}, ENDED)],
  ["expired", "expired with its issuer 3 days ago", byWayOf(ENDED)],
  ["expired", "expires in 5 days", make({ toDay: 5.5 })],
] as const)("where %s is excepted, a certificate that %s is a warning", async (except, problem, certificate) => {
  const result = await accepted(certificate, { except });
  expect(result).toMatchObject({ status: "up", reason: null, facts: { capabilities: ["AFTER"] } });
  expect(result.warnings).toEqual([expect.stringMatching(`^The certificate ${problem}.*\\. That counts as fine here\\.$`)]);
});

test.each([
  ["untrusted", "name", selfSigned({ names: ["mx.example"] })],
  ["untrusted", "expired", byStranger(ENDED)],
  ["untrusted", "not-yet-valid", selfSigned({ fromDay: 2 })],
  ["name", "self-signed", selfSigned({ names: ["mx.example"] })],
  ["name", "expired", make({ names: ["mx.example"], ...ENDED })],
  ["expired", "name", make({ names: ["mx.example"], ...ENDED })],
  ["expired", "not-yet-valid", make({ fromDay: 2 })],
  ["expired", "self-signed", selfSigned(ENDED)],
  ["expired", "untrusted", byStranger(ENDED)],
  ["expired", "incomplete", make({ issuer: stranger, ...ENDED })],
] as const)("where %s is excepted, tls.%s still counts", async (except, failure, certificate) => {
  const result = await refused(certificate, { except });
  expect(result).toMatchObject({ status: "down", reason: { code: `tls.${failure}` } });
  expect(result.warnings.filter((warning) => warning.endsWith("That counts as fine here."))).toHaveLength(
    failure === "not-yet-valid" && except === "expired" ? 0 : 1,
  );
});

test.each([
  ["may issue none", byWayOf({ isAuthority: false }, ENDED)],
  ["may issue no authority", byALowerOne(ENDED)],
  ["may issue for other names only", byWayOf({ extensions: ["nameConstraints = critical, permitted;DNS:.example"] }, ENDED)],
  ["is for clients only", byWayOf({ extensions: ["extendedKeyUsage = clientAuth"] }, ENDED)],
])("an exception for an expired certificate is none for an issuer that %s", async (_, certificate) => {
  expect(await refused(certificate, { except: "expired" })).toMatchObject({ status: "down", reason: { code: "tls.untrusted" } });
});

test("an exception for an expired certificate is none for one that is not for servers", async () => {
  const ofClient = make({ ...ENDED, extensions: ["extendedKeyUsage = clientAuth"] });
  expect((await refused(ofClient, { except: "expired" })).reason).toMatchObject({
    code: "tls.untrusted",
    detail: "is not for servers",
  });
});

test.each([
  ["an authority of one's own", byStranger(), stranger.cert],
  ["one of several authorities", byStranger(), makeAuthority().cert + stranger.cert],
  ["an intermediate that the server does not send", ...ofUnsent()],
  ["the certificate itself, where it is signed by itself", ...ofItself()],
])("%s is trusted where the monitor's owner gives it", async (_, certificate, ca) => {
  expect(await accepted(certificate, { ca })).toMatchObject({ status: "up", reason: null, warnings: [] });
});

function ofUnsent(): [Certificate, string] {
  const issuer = makeAuthority({ subject: "Played unsent", issuer: authority });
  return [make({ issuer }), issuer.cert];
}

function ofItself(): [Certificate, string] {
  const certificate = selfSigned();
  return [certificate, certificate.cert];
}

test("an authority that is no certificate is left out, with a warning", async () => {
  const ca = `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${stranger.cert}`;
  const result = await accepted(byStranger(), { ca });
  expect(result).toMatchObject({
    status: "up",
    warnings: ["An authority that is to be trusted here is no certificate, and is left out."],
  });
});

test("an authority that is given is told from one that only has its name", async () => {
  const namesake = makeAuthority({ subject: "Played stranger" });
  expect((await refused(byStranger(), { ca: namesake.cert })).reason?.code).toBe("tls.untrusted");
});

test("what is trusted by one monitor is not by another", async () => {
  const certificate = byStranger();
  expect((await accepted(certificate, { ca: stranger.cert })).status).toBe("up");
  expect((await refused(certificate, {})).reason?.code).toBe("tls.untrusted");
});

test("a certificate that is pinned needs no chain", async () => {
  const certificate = selfSigned();
  expect(await accepted(certificate, { pin: pinOf(certificate) })).toMatchObject({ status: "up", reason: null, warnings: [] });
});

test.each([
  ["expired", selfSigned(ENDED)],
  ["name", selfSigned({ names: ["mx.example"] })],
])("a certificate that is pinned is held to tls.%s all the same", async (failure, certificate) => {
  expect((await refused(certificate, { pin: pinOf(certificate) })).reason?.code).toBe(`tls.${failure}`);
});

test("another certificate than the one that is pinned is down, however good it is, and its fingerprint is told", async () => {
  const certificate = make();
  const { status, reason } = await refused(certificate, { pin: pinOf(selfSigned()) });
  expect(status).toBe("down");
  expect(reason).toMatchObject({
    code: "tls.pin",
    detail: `has the fingerprint ${pinOf(certificate)}, not the one that is pinned`,
  });
});

test.each([
  [30, 20, "degraded"],
  [30, 31, "up"],
  [7, 10, "up"],
  [0, 0.5, "up"],
])("with a warning %d days ahead, a certificate with %d days left is %s", async (warnDays, daysLeft, status) => {
  const result = await accepted(make({ toDay: daysLeft }), { warnDays });
  expect(result.status).toBe(status);
});

const login = { mechanism: "PLAIN", username: "joe" } as const;
const probeLogin = (certificate: TlsSettings, trust: Trust, ...heard: Parameters<typeof authOffered>[2][]) =>
  probePlayed(
    authOffered(certificate, "PLAIN", ...heard),
    { tls: "implicit", until: "auth", login, trust },
    { ...options, secret: "to be said" },
  );

test.each([
  ["a certificate that is excepted", selfSigned(), { except: "untrusted" }],
  ["a certificate that is pinned", ...pinned()],
  ["a certificate that expires soon", make({ toDay: 5.5 }), {}],
] as const)("a login goes to a server with %s", async (_, certificate, trust) => {
  const result = await probeLogin(certificate, trust, hear(/^AUTH PLAIN /), send("235 2.7.0 welcome\r\n"));
  expect(result.stages.find(({ stage }) => stage === "auth")?.reply?.code).toBe(235);
});

function pinned(): [Certificate, Trust] {
  const certificate = selfSigned();
  return [certificate, { pin: pinOf(certificate) }];
}

test("no login goes to a server whose certificate can be forged", async () => {
  const result = await probeLogin({ ...make({ key: "rsa:1024" }), ciphers: "ALL:@SECLEVEL=0" }, {});
  expect(result).toMatchObject({ status: "degraded", reason: { code: "tls.weak-certificate" } });
  expect(result.transcript.some(({ text }) => text.startsWith("AUTH"))).toBe(false);
});
