import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A certificate and its key in PEM. */
export type OwnCertificate = { cert: string; key: string };

const YEARS = 10;

/**
 * A certificate that signs itself, for one name: it hides mail from those who only listen, and that is all STARTTLS between servers usually
 * gives (RFC 7435). Node makes none, so this writes its few elements of DER (RFC 5280 section 4.1): P-256 and SHA-256.
 */
export function selfMadeCertificate(name: string, now = new Date()): OwnCertificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const until = new Date(now);
  until.setUTCFullYear(now.getUTCFullYear() + YEARS);
  const issuer = sequence(set(sequence(COMMON_NAME, element(0x0c, Buffer.from(name.slice(0, 64))))));
  const names = sequence(element(0x82, Buffer.from(name)));
  const extensions = sequence(sequence(SUBJECT_ALT_NAME, element(0x04, names)));
  const serial = element(0x02, Buffer.concat([Buffer.of(1), randomBytes(15)]));
  const body = sequence(
    element(0xa0, element(0x02, Buffer.of(2))),
    serial,
    ECDSA_WITH_SHA256,
    issuer,
    sequence(time(now), time(until)),
    issuer,
    publicKey.export({ type: "spki", format: "der" }),
    element(0xa3, extensions),
  );
  const signature = element(0x03, Buffer.concat([Buffer.of(0), sign("sha256", body, privateKey)]));
  const base64 = sequence(body, ECDSA_WITH_SHA256, signature).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, "$&\n").trimEnd()}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const COMMON_NAME = element(0x06, Buffer.from("550403", "hex"));
const SUBJECT_ALT_NAME = element(0x06, Buffer.from("551d11", "hex"));
const ECDSA_WITH_SHA256 = sequence(element(0x06, Buffer.from("2a8648ce3d040302", "hex")));

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

function lengthOf(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.of(bytes);
  return bytes < 0x100 ? Buffer.of(0x81, bytes) : Buffer.of(0x82, bytes >> 8, bytes & 0xff);
}

function sequence(...elements: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(elements));
}

function set(...elements: Buffer[]): Buffer {
  return element(0x31, Buffer.concat(elements));
}

/** UTCTime, as it has to be until 2049 (RFC 5280 section 4.1.2.5). */
function time(at: Date): Buffer {
  return element(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));
}
