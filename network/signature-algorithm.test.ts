import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import tls from "node:tls";
import { expect, test } from "vitest";
import { signatureAlgorithm } from "./signature-algorithm.ts";

/** A certificate that OpenSSL signs as it is told. */
function signed(options: string): Buffer {
  const command = `req -x509 -nodes -subj /CN=a -keyout /dev/null -config /dev/null ${options}`;
  const pem = execFileSync("openssl", command.split(" "), { stdio: "pipe" });
  return new X509Certificate(pem).raw;
}

test.each([
  ["-newkey ed25519", "ED25519"],
  ["-newkey ed448", "ED448"],
  ["-newkey rsa:1024 -md5", "md5WithRSAEncryption"],
  ["-newkey rsa:1024 -sha1", "sha1WithRSAEncryption"],
  ["-newkey rsa:1024 -sha512", "sha512WithRSAEncryption"],
  ["-newkey ec -pkeyopt ec_paramgen_curve:P-384 -sha1", "ecdsa-with-SHA1"],
  ["-newkey ec -pkeyopt ec_paramgen_curve:P-384 -sha384", "ecdsa-with-SHA384"],
  ["-newkey rsa:1024 -sigopt rsa_padding_mode:pss -sha256", "rsassaPss-SHA256"],
  ["-newkey rsa:1024 -sigopt rsa_padding_mode:pss -sha1", "rsassaPss-SHA1"],
])("what openssl req %s makes is signed with %s", (options, name) => {
  expect(signatureAlgorithm(signed(options))).toBe(name);
});

test("every root certificate is signed in a way that has a name", () => {
  for (const pem of tls.rootCertificates) expect(signatureAlgorithm(new X509Certificate(pem).raw)).toMatch(/^(sha|ecdsa)/);
});

test("of what is no certificate there is nothing to tell, wherever it is cut off", () => {
  const { raw } = new X509Certificate(tls.rootCertificates[0]!);
  for (let length = 0; length < raw.length; length += 1) expect(signatureAlgorithm(raw.subarray(0, length))).toBeNull();
  expect(signatureAlgorithm(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30]))).toBeNull();
});
