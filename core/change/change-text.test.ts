import { expect, test } from "vitest";
import { changeAdvice, changeSentence, changeTexts } from "./change-text.ts";
import type { Change } from "./change.ts";

const certificate = (issuer: string) => ({
  fingerprint256: "AA:BB:CC:DD:EE:FF",
  subject: "CN=mx1.example.com",
  issuer,
  notAfter: "2026-12-07T10:00:00.000Z",
});
const expiry = (daysLeft: number) => ({ days: 14, daysLeft, notAfter: "2026-12-07T10:00:00.000Z", fingerprint256: "AA" });

test.each<[string, Change]>([
  ["Certificate of mx1 expires in 14 days", { aspect: "certificate-expiry", before: null, after: expiry(14) }],
  ["Certificate of mx1 expires in 1 day", { aspect: "certificate-expiry", before: null, after: expiry(1) }],
  ["Certificate of mx1 has expired", { aspect: "certificate-expiry", before: null, after: expiry(0) }],
  ["Certificate of mx1 was replaced", { aspect: "certificate", before: certificate("CN=R10"), after: certificate("CN=R11") }],
  ["STARTTLS of mx1 has vanished", { aspect: "starttls", before: true, after: false }],
  ["STARTTLS of mx1 is offered again", { aspect: "starttls", before: false, after: true }],
  [
    "TLS of mx1 has changed to TLSv1.3",
    { aspect: "tls", before: { protocol: "TLSv1.2", cipher: "A" }, after: { protocol: "TLSv1.3", cipher: "B" } },
  ],
  ["Software of mx1 is Exim 4.97 now", { aspect: "software", before: "Exim 4.96", after: "Exim 4.97" }],
  ["Banner of mx1 has changed", { aspect: "banner", before: "a", after: "b" }],
  [
    "Capabilities of mx1 have changed: CHUNKING is new, SIZE 1000 is gone",
    { aspect: "capabilities", before: ["DSN", "SIZE 1000"], after: ["DSN", "CHUNKING"] },
  ],
  [
    "Addresses of mx1 have changed: 192.0.2.26 is new",
    { aspect: "addresses", before: ["192.0.2.25"], after: ["192.0.2.25", "192.0.2.26"] },
  ],
  [
    "SPF record of mx1 has changed: mx1: v=spf1 +all is new, mx1: v=spf1 -all is gone",
    { aspect: "spf", before: ["mx1: v=spf1 -all"], after: ["mx1: v=spf1 +all"] },
  ],
  ["What is wrong with mx1 has changed: none", { aspect: "posture", before: null, after: [] }],
])("%s", (sentence, change) => {
  expect(changeSentence("mx1", change, "smtp")).toBe(sentence);
});

test("in POP3 it is STLS that vanishes", () => {
  expect(changeSentence("pop", { aspect: "starttls", before: true, after: false }, "pop3")).toBe("STLS of pop has vanished");
});

test("what asks for doing something says what", () => {
  expect(changeAdvice({ aspect: "certificate-expiry", before: null, after: expiry(14) })).toMatch(/^Renew it/);
  expect(changeAdvice({ aspect: "starttls", before: true, after: false })).toMatch(/in the clear/);
  expect(changeAdvice({ aspect: "starttls", before: false, after: true })).toBeNull();
  expect(changeAdvice({ aspect: "banner", before: "a", after: "b" })).toBeNull();
});

test("what was and what is stand beside each other as short text", () => {
  expect(changeTexts({ aspect: "starttls", before: true, after: false })).toEqual({ before: "offered", after: "not offered" });
  expect(changeTexts({ aspect: "capabilities", before: [], after: ["DSN", "SIZE 1000"] })).toEqual({
    before: "none",
    after: "DSN, SIZE 1000",
  });
  expect(changeTexts({ aspect: "certificate-expiry", before: null, after: expiry(14) })).toEqual({
    before: null,
    after: "valid until 2026-12-07",
  });
  expect(changeTexts({ aspect: "certificate", before: certificate("CN=R10"), after: certificate("CN=R11") }).after).toBe(
    "CN=mx1.example.com, issued by CN=R11, valid until 2026-12-07, SHA-256 AA:BB:CC:DD…",
  );
});
