import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSecret, SealedForGood } from "./open-secret.ts";
import { sealSecret } from "./seal-secret.ts";
import { NONCE_AT, TAG_AT } from "./sealed-secret.ts";
import { secretKeys, type SecretKey } from "./secret-keys.ts";

const owner = { teamId: 1, monitorId: 7 };
const secret = "correct horse ünïcode 🐎";
const opened = (sealed: Buffer, keys?: SecretKey[]) => openSecret({ owner, secret: sealed }, keys);

test("what was sealed for a monitor opens for it, whatever it is", () => {
  expect(opened(sealSecret(owner, secret))).toBe(secret);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 4096 }), (text) => {
      expect(opened(sealSecret(owner, text))).toBe(text);
    }),
  );
});

test("a sealed secret that is copied to another monitor, team or trial does not open there", () => {
  const sealed = sealSecret(owner, secret);
  for (const other of [
    { ...owner, monitorId: 8 },
    { ...owner, teamId: 2 },
    { teamId: 1, trialId: "7" },
  ]) {
    expect(() => openSecret({ owner: other, secret: sealed })).toThrow(SealedForGood);
  }
});

test("with any one bit changed, or cut anywhere, it does not open", () => {
  const sealed = sealSecret(owner, secret);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => opened(changed), `bit ${bit}`).toThrow(SealedForGood);
  }
  for (let length = 0; length < sealed.length; length++) {
    expect(() => opened(sealed.subarray(0, length)), `${length} bytes`).toThrow(SealedForGood);
  }
});

test("neither the secret nor its key can be seen in what is stored, and no two nonces are the same", () => {
  const nonces = new Set<string>();
  for (let round = 0; round < 10_000; round++) {
    const sealed = sealSecret(owner, secret);
    nonces.add(sealed.subarray(NONCE_AT, TAG_AT).toString("hex"));
    expect(sealed.includes(Buffer.from(secret).subarray(0, 6))).toBe(false);
  }
  expect(nonces.size).toBe(10_000);
});

test("after the key was changed the old one still opens and the new one seals; once it is gone nothing old opens", () => {
  const [before, after] = [randomBytes(32), randomBytes(32)];
  const old = sealSecret(owner, secret, secretKeys([before]));
  const both = secretKeys([after, before]);
  expect(opened(old, both)).toBe(secret);
  expect(opened(sealSecret(owner, secret, both), secretKeys([after]))).toBe(secret);
  expect(() => opened(old, secretKeys([after]))).toThrow(SealedForGood);
});

test("what is thrown tells nothing of the secret", () => {
  const sealed = sealSecret(owner, secret);
  sealed[sealed.length - 1]! ^= 1;
  expect(() => opened(sealed)).toThrow(/^A stored secret is not as it was written\.$/);
});
