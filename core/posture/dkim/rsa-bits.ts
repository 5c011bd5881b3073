/** The object identifier 1.2.840.113549.1.1.1, rsaEncryption (RFC 8017 appendix A.1). */
const RSA_ENCRYPTION = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_IDENTIFIER = 0x06;

/** One value in DER: its tag, and its content from `from` to before `to`. */
type Value = { tag: number; from: number; to: number };

/**
 * How many bits the modulus of an RSA key has; null where the bytes are no RSA key. It is a SubjectPublicKeyInfo (RFC 5280 section 4.1), or the
 * RSAPublicKey in it by itself, which RFC 6376 names and some publish.
 */
export function rsaBits(der: Uint8Array): number | null {
  const outer = readValue(der, 0, der.length);
  if (outer?.tag !== SEQUENCE) return null;
  const first = readValue(der, outer.from, outer.to);
  if (first?.tag === INTEGER) return modulusBits(der, first);
  if (first?.tag !== SEQUENCE || !isRsa(der, first)) return null;
  const key = readValue(der, first.to, outer.to);
  if (key?.tag !== BIT_STRING || der[key.from] !== 0) return null;
  const inner = readValue(der, key.from + 1, key.to);
  const modulus = inner?.tag === SEQUENCE ? readValue(der, inner.from, inner.to) : null;
  return modulus?.tag === INTEGER ? modulusBits(der, modulus) : null;
}

function isRsa(der: Uint8Array, algorithm: Value): boolean {
  const identifier = readValue(der, algorithm.from, algorithm.to);
  if (identifier?.tag !== OBJECT_IDENTIFIER || identifier.to - identifier.from !== RSA_ENCRYPTION.length) return false;
  return RSA_ENCRYPTION.every((byte, at) => der[identifier.from + at] === byte);
}

function modulusBits(der: Uint8Array, { from, to }: Value): number | null {
  let at = from;
  while (at < to && der[at] === 0) at++;
  return at === to ? null : (to - at - 1) * 8 + (32 - Math.clz32(der[at]!));
}

/** The value that begins at `at` and lies wholly before `end`; null where there is none. */
function readValue(der: Uint8Array, at: number, end: number): Value | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end) return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 3 || first === 0x80) return null; // no key is that long, and DER has no open ends
  let length = lengthBytes === 0 ? first : 0;
  for (let n = 0; n < lengthBytes; n++) length = length * 256 + (der[at + 2 + n] ?? 0);
  const from = at + 2 + lengthBytes;
  return from + length <= end ? { tag, from, to: from + length } : null;
}
