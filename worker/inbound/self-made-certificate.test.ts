import { X509Certificate, createPrivateKey } from "node:crypto";
import { createSecureContext } from "node:tls";
import { expect, test } from "vitest";
import { selfMadeCertificate } from "./self-made-certificate.ts";

test("OpenSSL reads it, it is for its name, it signs itself, and its key is its own", () => {
  const { cert, key } = selfMadeCertificate("in.example.net", new Date("2026-11-29T07:30:00Z"));
  const certificate = new X509Certificate(cert);
  expect(certificate).toMatchObject({ subject: "CN=in.example.net", subjectAltName: "DNS:in.example.net" });
  expect(new Date(certificate.validFrom).toISOString()).toBe("2026-11-29T07:30:00.000Z");
  expect(new Date(certificate.validTo).toISOString()).toBe("2036-11-29T07:30:00.000Z");
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  createSecureContext({ cert, key }); // throws what a server could not show
});

test("a domain longer than a common name may be is whole in its other name", () => {
  const name = `${"a".repeat(60)}.${"b".repeat(60)}.example`;
  expect(new X509Certificate(selfMadeCertificate(name).cert).subjectAltName).toBe(`DNS:${name}`);
});
