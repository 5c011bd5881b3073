import { expect, test } from "vitest";
import { isAddressItself, newPasswordSchema } from "./password.ts";

const complaint = (password: string) => newPasswordSchema.safeParse(password).error?.issues[0]?.message;

test.each([
  ["", "Choose a password."],
  ["123456789", "A password has at least 10 characters."],
  ["😀".repeat(9), "A password has at least 10 characters."],
  ["a".repeat(1_001), "A password has at most 1,000 bytes."],
  ["ü".repeat(501), "A password has at most 1,000 bytes."],
])("%j is refused", (password, sentence) => {
  expect(complaint(password)).toBe(sentence);
});

test.each(["1234567890", "a".repeat(1_000), " spaces around ", "😀".repeat(10)])("%j is accepted", (password) => {
  expect(complaint(password)).toBeUndefined();
});

test("an address and what stands before its @ are no passwords for it", () => {
  expect(isAddressItself("Ada.Lovelace@Example.org ", "ada.lovelace@example.org")).toBe(true);
  expect(isAddressItself("ada.lovelace", "ada.lovelace@example.org")).toBe(true);
  expect(isAddressItself("ada.lovelace1", "ada.lovelace@example.org")).toBe(false);
});
