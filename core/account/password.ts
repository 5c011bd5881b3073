import { z } from "zod";

/** Longer than this no person's password is, and hashing costs time by its length. */
const MAX_BYTES = 1_000;

/** A password somebody chooses. Length is what counts (NIST SP 800-63B): nothing is asked of its characters. */
export const newPasswordSchema = z
  .string()
  .min(1, "Choose a password.")
  .refine((password) => Array.from(password).length >= 10, "A password has at least 10 characters.")
  .refine((password) => new TextEncoder().encode(password).length <= MAX_BYTES, "A password has at most 1,000 bytes.");

/** Whether a password is no more than the address it protects. */
export function isAddressItself(password: string, email: string): boolean {
  const guess = password.trim().toLowerCase();
  return guess === email || guess === email.slice(0, email.lastIndexOf("@"));
}

export const PASSWORD_IS_ADDRESS = "Choose a password that is not your address.";
