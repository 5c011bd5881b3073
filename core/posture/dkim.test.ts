import { createPublicKey, generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookIn } from "#testing/posture/zone.ts";
import { dkim, dkimName } from "./dkim.ts";
import { rsaBits } from "./dkim/rsa-bits.ts";

const NAME = dkimName("s1", "example.com");
const found = (...texts: string[]) => {
  const zone = texts.length === 0 ? {} : { [`${NAME} TXT`]: texts };
  return dkim({ domain: "example.com", keys: [{ selector: "s1", answer: lookIn({ zone }, NAME, "TXT") }] });
};
const codes = (...texts: string[]) => found(...texts).map(({ code }) => code);

/** A key whose modulus has so many bits; nobody has to be able to sign with it. */
const rsa = (bits: number, type: "spki" | "pkcs1" = "spki") => {
  const modulus = Buffer.alloc(Math.ceil(bits / 8), 0x55);
  modulus[0] = 1 << ((bits - 1) % 8);
  const key = createPublicKey({ key: { kty: "RSA", n: modulus.toString("base64url"), e: "AQAB" }, format: "jwk" });
  return key.export({ format: "der", type });
};
const KEY = rsa(2048).toString("base64");
const ED25519 = generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");

test.each([
  ["v=DKIM1; k=rsa; p=" + KEY, "dkim.good"],
  [`p=${KEY};`, "dkim.good"],
  [`k=rsa; t=s; p=${KEY.match(/.{1,60}/g)!.join(" ")}`, "dkim.good"],
  [`v=DKIM1; k=ed25519; p=${ED25519}`, "dkim.good"],
  [`v=DKIM1; h=sha1:sha256; s=email; p=${KEY}`, "dkim.good"],
  [`v=DKIM1; n=some notes; x=unknown; p=${KEY}`, "dkim.good"],
  ["v=DKIM1; p=", "dkim.revoked"],
  ["v=DKIM1; k=rsa", "dkim.syntax"],
  [`k=rsa; v=DKIM1; p=${KEY}`, "dkim.syntax"],
  [`v=DKIM2; p=${KEY}`, "dkim.syntax"],
  [`v=DKIM1; p=${KEY}; p=${KEY}`, "dkim.syntax"],
  [`v=DKIM1 k=rsa; p=${KEY}`, "dkim.syntax"],
  ["not a key", "dkim.syntax"],
  [`v=DKIM1; k=dsa; p=${KEY}`, "dkim.key-type"],
  [`v=DKIM1; k=ed25519; p=${KEY}`, "dkim.key-broken"],
  [`v=DKIM1; p=${ED25519}`, "dkim.key-broken"],
  [`v=DKIM1; p=${KEY.slice(0, 200)}`, "dkim.key-broken"],
  [`v=DKIM1; p=${KEY.replace("A", "*")}`, "dkim.key-broken"],
  [`v=DKIM1; p=${rsa(512).toString("base64")}`, "dkim.key-short"],
  [`v=DKIM1; p=${rsa(1023).toString("base64")}`, "dkim.key-short"],
  [`v=DKIM1; p=${rsa(1024).toString("base64")}`, "dkim.key-weak"],
  [`v=DKIM1; p=${rsa(4096).toString("base64")}`, "dkim.good"],
  [`v=DKIM1; h=sha1; p=${KEY}`, "dkim.hash"],
  [`v=DKIM1; s=tlsrpt; p=${KEY}`, "dkim.service"],
  [`v=DKIM1; t=y:s; p=${KEY}`, "dkim.test-mode"],
])("%s: %s", (text, code) => {
  expect(codes(text)).toEqual([code]);
});

test("a key that is longer than all can check is worth knowing", () => {
  expect(codes(`v=DKIM1; p=${rsa(8192).toString("base64")}`)).toEqual(["dkim.good", "dkim.key-long"]);
});

test("what is not there, and what is there twice", () => {
  expect(codes()).toEqual(["dkim.absent"]);
  expect(codes(`p=${KEY}`, `p=${ED25519}`)).toEqual(["dkim.several"]);
  expect(dkim({ domain: "example.com", keys: [] })[0]!.code).toBe("dkim.no-selector");
});

test("a key in test mode is told with the record that ends it", () => {
  expect(found(`v=DKIM1; t=y; p=${ED25519}; k=ed25519`)[0]!.publish!.value).toBe(`v=DKIM1; p=${ED25519}; k=ed25519`);
});

describe("the length of a key", () => {
  test.each([512, 768, 1024, 1025, 2047, 2048, 4096])("%i bits", (bits) => {
    expect(rsaBits(rsa(bits))).toBe(bits);
    expect(rsaBits(rsa(bits, "pkcs1"))).toBe(bits);
  });

  test("is null of a key of another kind", () => {
    expect(
      rsaBits(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "der", type: "spki" })),
    ).toBeNull();
  });

  test("is told of no key that was cut off, and any bytes can be read", () => {
    const whole = rsa(1024);
    for (let length = 0; length < whole.length; length++) expect(rsaBits(whole.subarray(0, length))).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof rsaBits(bytes) !== "undefined"));
    const mutated = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(mutated, { maxLength: 5 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const bits = rsaBits(bytes);
        expect(bits === null || (bits > 0 && bits <= whole.length * 8)).toBe(true);
      }),
    );
  });
});

test.each([
  ["64 KiB of tags", "a=b;".repeat(16_000)],
  ["500 tags", `v=DKIM1; ${Array.from({ length: 500 }, (_, n) => `x${n}=y`).join(";")}; p=${ED25519}`],
  ["a key of 64 KiB", `v=DKIM1; p=${"A".repeat(65_000)}`],
  ["control characters", "v=DKIM1; p=\u0000\u001b[2J"],
])("%s does no harm", (_, text) => {
  const [first] = found(text);
  expect(["dkim.syntax", "dkim.key-broken"]).toContain(first!.code);
  expect(JSON.stringify(first).length).toBeLessThan(2500);
});
