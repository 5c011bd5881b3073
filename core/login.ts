import { z } from "zod";

/**
 * How a check may log in (RFC 4954): PLAIN (RFC 4616), LOGIN (draft-murchison-sasl-login), CRAM-MD5 (RFC 2195), SCRAM-SHA-256
 * (RFC 7677), XOAUTH2 (an access token in place of a password). `best` is the strongest one that the server offers for a password.
 */
export const MECHANISMS = ["best", "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** The login of a check. The password or token is a secret of its own and never part of a target. */
export const loginSchema = z.object({
  mechanism: z.enum(MECHANISMS, { error: "Choose how the check logs in." }),
  username: z
    .string()
    .trim()
    .min(1, "Enter the user name.")
    .max(255, "A user name has at most 255 characters.")
    // oxlint-disable-next-line no-control-regex -- NUL would end the name inside PLAIN, the others have no place in one
    .refine((name) => !/[\u0000-\u001f\u007f]/.test(name), "A user name has no control characters."),
});
export type Login = z.infer<typeof loginSchema>;

/** A password or token, as typed: NUL cannot be sent in PLAIN (RFC 4616), line breaks in nothing. */
export const loginSecretSchema = z
  .string()
  .min(1, "Enter the password.")
  .max(4096, "A password or token has at most 4096 characters.")
  // oxlint-disable-next-line no-control-regex -- they are exactly what is refused
  .refine((secret) => !/[\u0000\r\n]/.test(secret), "A password has no line breaks.");
