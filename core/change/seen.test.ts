import { expect, test } from "vitest";
import type { ReplyWord } from "../check/reply.ts";
import type { CheckResult, Facts } from "../check/result.ts";
import type { Stage, StageReport } from "../check/stage.ts";
import { isComparable, isStarttlsOffered, sightingOf } from "./seen.ts";
import { sightingHash } from "./sighting-hash.ts";

const at = (stage: Stage, code: number | null): StageReport => ({
  stage,
  ms: 1,
  reply: code === null ? null : { code, enhanced: null, text: "" },
});
const CLEAR = [at("dns", null), at("connect", null), at("greeting", 220), at("ehlo", 250)];
const STAGES = [...CLEAR, at("starttls", 220), at("tls", null), at("ehlo-tls", 250), at("quit", 221)];
const CERTIFICATE = {
  subject: "CN=mx1.example.com",
  issuer: "CN=R11",
  names: ["mx1.example.com"],
  notBefore: "2026-10-01T00:00:00.000Z",
  notAfter: "2026-12-30T00:00:00.000Z",
  fingerprint256: "AA:BB",
};
const FACTS: Facts = {
  addresses: ["192.0.2.26", "192.0.2.25"],
  address: "192.0.2.25",
  banner: "mx1.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 18:42:07 +0000",
  capabilities: ["SIZE 52428800", "AUTH PLAIN LOGIN", "8BITMIME"],
  tls: { protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
  certificate: CERTIFICATE,
};
const result = (facts: Partial<Facts> = {}, wishes: Partial<CheckResult> = {}): CheckResult => ({
  status: "up",
  reason: null,
  startedAt: Date.parse("2026-11-23T18:42:07Z"),
  durationMs: 100,
  stages: STAGES,
  facts: { ...FACTS, ...facts },
  warnings: [],
  transcript: [],
  ...wishes,
});
const keysOf = (each: CheckResult) => Object.fromEntries(sightingOf(each).values.map(({ part, key }) => [part, key]));
const compared = (each: CheckResult) => {
  const { values, expiry } = sightingOf(each);
  return JSON.stringify([values.map(({ part, key }) => [part, key]), expiry?.days]);
};

test("a whole check sees every part", () => {
  expect(keysOf(result())).toEqual({
    addresses: "192.0.2.25 192.0.2.26",
    software: "Exim 4.96",
    banner: "mx1.example.com ESMTP Exim 4.96",
    capabilities: "8BITMIME, AUTH LOGIN PLAIN, SIZE 52428800",
    starttls: "true",
    tls: "TLSv1.3 GCM",
    certificate: "AA:BB",
  });
  expect(sightingOf(result()).expiry).toBeNull();
});

test.each<[string, Partial<Facts>]>([
  ["the clock in a banner", { banner: "mx1.example.com ESMTP Exim 4.96 Tue, 24 Nov 2026 08:00:00 +0000" }],
  ["the order of the addresses", { addresses: ["192.0.2.25", "192.0.2.26"] }],
  ["which of them was taken", { address: "192.0.2.26" }],
  ["the order of capabilities and of mechanisms", { capabilities: ["8BITMIME", "AUTH LOGIN PLAIN", "SIZE 52428800"] }],
  ["the length of the key of a cipher", { tls: { protocol: "TLSv1.3", cipher: "TLS_AES_128_GCM_SHA256" } }],
])("%s is no difference", (_, facts) => {
  expect(compared(result(facts))).toBe(compared(result()));
});

test.each<[string, Partial<Facts>]>([
  ["another version", { banner: "mx1.example.com ESMTP Exim 4.97" }],
  ["another SIZE", { capabilities: ["SIZE 10240000", "AUTH PLAIN LOGIN", "8BITMIME"] }],
  ["a capability more", { capabilities: [...FACTS.capabilities, "CHUNKING"] }],
  ["another version of TLS", { tls: { protocol: "TLSv1.2", cipher: "ECDHE-RSA-AES256-GCM-SHA384" } }],
  ["another family of ciphers", { tls: { protocol: "TLSv1.3", cipher: "TLS_CHACHA20_POLY1305_SHA256" } }],
  ["another certificate", { certificate: { ...CERTIFICATE, fingerprint256: "CC:DD" } }],
  ["another address", { addresses: ["192.0.2.25", "192.0.2.27"] }],
  ["an end that came near", { certificate: { ...CERTIFICATE, notAfter: "2026-12-07T00:00:00.000Z" } }],
])("%s is one, and shows in the hash", (_, facts) => {
  expect(compared(result(facts))).not.toBe(compared(result()));
  expect(sightingHash(1, result(facts))).not.toBe(sightingHash(1, result()));
});

test("the hash is that of the same sighting, of one revision, whatever the clock and the order of the addresses", () => {
  const later = result({
    banner: "mx1.example.com ESMTP Exim 4.96 Tue, 24 Nov 2026 08:00:00 +0000",
    addresses: ["192.0.2.25", "192.0.2.26"],
    address: "192.0.2.26",
  });
  expect(sightingHash(1, later)).toBe(sightingHash(1, result()));
  expect(sightingHash(2, result())).not.toBe(sightingHash(1, result()));
  expect(sightingHash(1, result({ capabilities: ["A", "BC"] }))).not.toBe(sightingHash(1, result({ capabilities: ["AB", "C"] })));
});

test("a hundred thousand servers have as many hashes, give or take the two that chance may make alike", () => {
  const hashes = new Set(
    Array.from({ length: 100_000 }, (_, index) => sightingHash(1, result({ banner: `mx${index}.example.com` }))),
  );
  expect(hashes.size).toBeGreaterThan(99_990);
});

test("of a server that does not work nothing is compared, but of one that lacks STARTTLS", () => {
  const reply = { code: 452, enhanced: "4.3.1", lines: ["Insufficient system storage"] };
  const full = result({}, { status: "down", reason: { code: "mail.reply", stage: "mail", reply, detail: null } });
  for (const each of [full, result({}, { status: "unknown" })]) {
    expect(isComparable(each)).toBe(false);
    expect(sightingHash(1, each)).toBeNull();
  }
  expect(isComparable(result({}, { status: "degraded" }))).toBe(true);
  const missing = result(
    { tls: null, certificate: null, capabilities: ["SIZE 1000"] },
    {
      status: "down",
      reason: { code: "starttls.missing", stage: "starttls", reply: null, detail: null },
      stages: [...CLEAR, at("starttls", null)],
    },
  );
  expect(isComparable(missing)).toBe(true);
  expect(keysOf(missing)).toMatchObject({ starttls: "false", "capabilities-in-clear": "SIZE 1000" });
});

test("a part the check did not get to is not seen", () => {
  const greeted = result(
    { tls: null, certificate: null, capabilities: [] },
    { stages: [at("connect", null), at("greeting", 220)] },
  );
  expect(Object.keys(keysOf(greeted)).toSorted()).toEqual(["addresses", "banner", "software"]);
  const fine = result({ tls: null, certificate: null, capabilities: [], banner: "go away" }, { stages: [at("greeting", 554)] });
  expect(Object.keys(keysOf(fine))).toEqual(["addresses"]);
});

test.each<[string, Partial<Facts>, StageReport[], boolean | null]>([
  ["asked for", {}, STAGES, true],
  ["refused", { tls: null }, [...CLEAR, at("starttls", 454)], true],
  ["remembered and gone", { tls: null }, [...CLEAR, at("starttls", null)], false],
  ["offered to a check that does not want it", { tls: null, capabilities: ["STARTTLS"] }, CLEAR, true],
  ["never offered", { tls: null, capabilities: [] }, CLEAR, false],
  ["needless where TLS comes first", {}, [at("tls", null), at("greeting", 220), at("ehlo", 250)], null],
  ["unknown before EHLO", { tls: null, capabilities: [] }, [at("greeting", 220)], null],
])("STARTTLS that is %s", (_, facts, stages, isOffered) => {
  expect(isStarttlsOffered(result(facts, { stages }))).toBe(isOffered);
});

const mailbox = (stages: StageReport[], capabilities: string[], tls: Facts["tls"] = FACTS.tls) =>
  result({ banner: "Dovecot (Debian) ready.", capabilities, tls }, { stages });
const word = (stage: Stage, code: ReplyWord | null): StageReport => ({
  stage,
  ms: 1,
  reply: code === null ? null : { code, enhanced: null, text: "" },
});

test("of a server of IMAP or POP3 the same parts are seen", () => {
  const imap = [
    word("greeting", "OK"),
    word("capability", "OK"),
    word("starttls", "OK"),
    word("tls", null),
    word("capability-tls", "OK"),
  ];
  expect(keysOf(mailbox(imap, ["IMAP4rev1", "AUTH=PLAIN"]))).toMatchObject({
    software: "Dovecot",
    capabilities: "AUTH PLAIN, IMAP4REV1",
    starttls: "true",
  });
  const pop3 = [word("greeting", "+OK"), word("capability", "+OK")];
  expect(keysOf(mailbox(pop3, ["STLS", "USER"], null))).toMatchObject({ "capabilities-in-clear": "USER", starttls: "true" });
  expect(keysOf(mailbox([word("greeting", "OK"), word("capability", "NO")], []))).not.toHaveProperty("capabilities");
  expect(isStarttlsOffered(mailbox([word("greeting", "+OK"), word("capability", "+OK")], ["USER"], null))).toBe(false);
});
