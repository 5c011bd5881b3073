import { expect, onTestFinished, test } from "vitest";
import { makeAuthority, makeCertificate, withChain, type CertificateWish } from "#testing/certificates.ts";
import { starttlsDistrusted } from "#testing/server/dialogues/starttls-distrusted.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { starttlsThen } from "#testing/server/dialogues/starttls-then.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { close, expect as hear, heard, hold, send, startTls } from "#testing/server/steps.ts";
import { chainHead, serverHello } from "#testing/server/tls-messages.ts";
import { probeSmtp } from "./smtp.ts";

const root = makeAuthority({ subject: "Played root" });
const intermediate = makeAuthority({ subject: "Played intermediate", issuer: root });
const rsaRoot = makeAuthority({ subject: "Played RSA root", key: "rsa:2048" });
const names = ["127.0.0.1"];
const options = { extraCas: [root.cert, rsaRoot.cert], timeLimitMs: 3_000 };
const required = { tls: "starttls-required" } as const;
const ofIntermediate = (wish: CertificateWish = {}) => makeCertificate({ names, issuer: intermediate, ...wish });
const ofRsaRoot = (wish: CertificateWish) => makeCertificate({ names, issuer: rsaRoot, ...wish });

test("a chain with its intermediate is good, and every certificate of it is kept", async () => {
  const result = await probePlayed(starttlsGood(withChain(ofIntermediate(), intermediate)), required, options);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.facts.certificate).toMatchObject({
    issuer: "CN=Played intermediate",
    key: { type: "ec", bits: 256 },
    signature: "ecdsa-with-SHA256",
    chain: [{ subject: "CN=Played intermediate", issuer: "CN=Played root", notAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }],
  });
});

test("an intermediate that is not sent is missed, and named", async () => {
  const result = await probePlayed(starttlsDistrusted(ofIntermediate()), required, options);
  expect(result).toMatchObject({
    status: "down",
    reason: { code: "tls.incomplete", detail: "was issued by CN=Played intermediate, which was not sent and is not known" },
  });
});

test("of two intermediates the one that is not sent is named", async () => {
  const upper = makeAuthority({ subject: "Played upper", issuer: root });
  const lower = makeAuthority({ subject: "Played lower", issuer: upper });
  const shown = withChain(makeCertificate({ names, issuer: lower }), lower);
  expect((await probePlayed(starttlsDistrusted(shown), required, options)).reason).toMatchObject({
    code: "tls.incomplete",
    detail: "leads to CN=Played lower, issued by CN=Played upper, which was not sent and is not known",
  });
});

test("an authority is known by its key, not by its name", async () => {
  const namesake = makeAuthority({ subject: "Played root" });
  const shown = withChain(makeCertificate({ names, issuer: namesake }), namesake);
  const { reason } = await probePlayed(starttlsDistrusted(shown), required, options);
  expect(reason).toMatchObject({ code: "tls.untrusted", detail: "leads to CN=Played root, a root that is not trusted" });
});

test("a certificate that was issued by one that may issue none is not trusted", async () => {
  const neighbour = makeCertificate({ names: ["neighbour.example"], issuer: root });
  const shown = withChain(makeCertificate({ names, issuer: neighbour }), neighbour);
  expect(await probePlayed(starttlsDistrusted(shown), required, options)).toMatchObject({
    status: "down",
    reason: { code: "tls.untrusted" },
  });
});

test.each([
  ["expired", { fromDay: -40, toDay: -3.5 }, /^expired with its issuer 3 days ago, on \d{4}-\d\d-\d\d \(CN=Played old\)$/],
  ["not-yet-valid", { fromDay: 2, toDay: 40 }, /^is valid with its issuer only from \d{4}-\d\d-\d\d on \(CN=Played old\)$/],
] as const)("an intermediate that is %s is down", async (failure, dates, detail) => {
  const old = makeCertificate({ subject: "Played old", isAuthority: true, issuer: root, ...dates });
  const shown = withChain(makeCertificate({ names, issuer: old }), old);
  const { status, reason } = await probePlayed(starttlsDistrusted(shown), required, options);
  expect({ status, reason }).toMatchObject({
    status: "down",
    reason: { code: `tls.${failure}`, detail: expect.stringMatching(detail) },
  });
});

test.each([
  ["an RSA key of 1024 bits", () => ofRsaRoot({ key: "rsa:1024" }), "has a key of only 1024 bits (RSA)"],
  ["a signature with SHA-1", () => ofRsaRoot({ digest: "sha1" }), "is signed in a way that can be forged (sha1WithRSAEncryption)"],
  ["a signature with MD5", () => ofRsaRoot({ digest: "md5" }), "is signed in a way that can be forged (md5WithRSAEncryption)"],
])("a certificate with %s degrades", async (_, make, detail) => {
  const result = await probePlayed(starttlsGood({ ...make(), ciphers: "ALL:@SECLEVEL=0" }), required, options);
  expect(result).toMatchObject({
    status: "degraded",
    reason: { code: "tls.weak-certificate", detail },
    facts: { capabilities: ["AFTER"] },
  });
});

test.each([
  ["is signed with MD5", { digest: "md5" }, "is signed in a way that can be forged (md5WithRSAEncryption)"],
  ["has a key on a curve of 192 bits", { key: "P-192" }, "has a key of only 192 bits (EC)"],
] as const)("an intermediate that %s degrades", async (_, wish, detail) => {
  const weak = makeCertificate({ subject: "Played weak", isAuthority: true, issuer: rsaRoot, ...wish });
  const shown = withChain(makeCertificate({ names, issuer: weak }), weak);
  const { reason } = await probePlayed(starttlsGood({ ...shown, ciphers: "ALL:@SECLEVEL=0" }), required, options);
  expect(reason).toMatchObject({ code: "tls.weak-certificate", detail: `was issued by CN=Played weak, which ${detail}` });
});

async function probeByName(host: string, name: string, play: typeof starttlsGood) {
  const dns = await playDns((_, family) => (family === "A" ? ["127.0.0.1"] : []));
  onTestFinished(() => dns.close());
  const dialogue = play(makeCertificate({ names: [name], issuer: root }));
  return probePlayed(dialogue, { ...required, host }, { ...options, dnsServers: [dns.address] });
}

test.each(["*.played.test", "MX.PLAYED.TEST"])("a certificate for %s is good for mx.played.test", async (name) => {
  expect(await probeByName("mx.played.test", name, starttlsGood)).toMatchObject({ status: "up", reason: null });
});

test.each([
  ["*.played.test", "deep.mx.played.test"],
  ["*.played.test", "played.test"],
  ["m*.played.test", "mx.played.test"],
  ["*.*.test", "mx.played.test"],
])("a certificate for %s is none for %s", async (name, host) => {
  const { reason } = await probeByName(host, name, starttlsDistrusted);
  expect(reason).toMatchObject({ code: "tls.name", detail: `is for ${name}, not for ${host}` });
});

test("a common name counts for nothing, whatever other names there are", async () => {
  const certificate = makeCertificate({
    subject: "127.0.0.1",
    issuer: root,
    extensions: ["subjectAltName = email:postmaster@mx.example"],
  });
  const { reason } = await probePlayed(starttlsDistrusted(certificate), required, options);
  expect(reason).toMatchObject({ code: "tls.name", detail: "is for postmaster@mx.example, not for 127.0.0.1" });
});

test.each([1_000, 10_000])("a certificate for %d names is good where ours is the last, and 100 of them are kept", async (count) => {
  const others = Array.from({ length: count - 1 }, (_, at) => `n${at}.a`);
  const certificate = makeCertificate({ subject: "many", names: [...others, ...names], issuer: root });
  const result = await probePlayed(starttlsGood(certificate), required, options);
  expect(result).toMatchObject({ status: "up", reason: null });
  expect(result.facts.certificate?.names).toEqual(others.slice(0, 100));
});

test("a chain of 1 MiB is refused", async () => {
  const length = Math.ceil((1024 * 1024 * 4) / 3 / intermediate.cert.length);
  const shown = withChain(ofIntermediate(), ...Array.from({ length }, () => intermediate));
  const patient = { ...options, timeLimitMs: 10_000 }; // the server, which is in this process, has to read all of it first
  const result = await probePlayed(starttlsThen(startTls(shown), hold), required, patient);
  expect(result).toMatchObject({ status: "down", reason: { code: "tls.protocol", detail: expect.stringContaining("100 KiB") } });
});

test("a chain of 1 MiB is refused as soon as it is announced", async () => {
  const dialogue = starttlsThen(heard, send(Buffer.concat([serverHello(0x0303), chainHead(1024 * 1024)])), hold);
  const result = await probePlayed(dialogue, required, options);
  expect(result.reason).toMatchObject({ code: "tls.protocol", detail: expect.stringContaining("100 KiB") });
});

test("a certificate that is known is still missed its intermediate, and seen to be another", async () => {
  const settings = withChain(ofIntermediate(), intermediate);
  const server = await play(starttlsThen(startTls(settings), hear(/^(EHLO|QUIT)/), close));
  onTestFinished(() => server.close());
  const probe = async () => {
    const target = { kind: "smtp", host: "127.0.0.1", port: server.port, ehloName: "probe.example", ...required } as const;
    const { reason, facts } = await probeSmtp(target, { dnsServers: [], allowPrivate: true, ...options });
    return { code: reason?.code, fingerprint: facts.certificate?.fingerprint256, sent: facts.certificate?.chain?.length };
  };
  const first = await probe();
  expect(first).toMatchObject({ code: "ehlo-tls.closed", sent: 1 });
  expect(await probe()).toEqual(first);
  settings.cert = settings.cert.slice(0, settings.cert.indexOf(intermediate.cert));
  expect(await probe()).toEqual({ ...first, code: "tls.incomplete", sent: 0 });
  Object.assign(settings, withChain(ofIntermediate(), intermediate));
  const renewed = await probe();
  expect(renewed).toMatchObject({ code: "ehlo-tls.closed", sent: 1 });
  expect(renewed.fingerprint).not.toBe(first.fingerprint);
});
