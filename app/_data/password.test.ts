import { hash, verify } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, isOutdated, NOBODY, verifyPassword } from "./password.ts";

test("a stored hash says argon2id, 19 MiB, two passes, one lane, and differs each time", async () => {
  const [one, two] = await Promise.all([hashPassword("correct horse battery"), hashPassword("correct horse battery")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(two);
});

test("only the password itself is accepted, and no password without a hash", async () => {
  const kept = await hashPassword("correct horse battery");
  expect(await verifyPassword("correct horse battery", kept)).toBe(true);
  expect(await verifyPassword("correct horse batterx", kept)).toBe(false);
  expect(await verifyPassword("correct horse battery", null)).toBe(false);
});

test("a letter typed in two ways is one letter", async () => {
  const kept = await hashPassword("caf\u00e9 au lait!");
  expect(await verifyPassword("cafe\u0301 au lait!", kept)).toBe(true);
});

test("what is verified for an unknown account costs what every other hash costs", async () => {
  expect(isOutdated(NOBODY)).toBe(false);
  await expect(verify(NOBODY, "guess")).resolves.toBe(false); // a malformed one would be refused at once
});

test("a hash of weaker parameters is outdated, one of today's is not", async () => {
  expect(isOutdated(await hashPassword("correct horse battery"))).toBe(false);
  expect(isOutdated(await hash("correct horse battery", { memoryCost: 8_192, timeCost: 2, parallelism: 1 }))).toBe(true);
  expect(isOutdated("none")).toBe(true);
});
