import { z } from "zod";

/** The code that confirms a channel's address has this many digits. */
export const CODE_DIGITS = 6;

/** For this long, in milliseconds, a code counts from when it was sent, and for so many tries. */
export const CODE_LIFETIME_MS = 10 * 60_000;
export const CODE_TRIES = 5;

/** A code as people type it: spaces in it do no harm. */
export const codeSchema = z
  .string()
  .transform((code) => code.replaceAll(/\s/g, ""))
  .refine((code) => new RegExp(`^\\d{${CODE_DIGITS}}$`).test(code), `Enter the ${CODE_DIGITS} digits of the code.`);
