import { z } from "zod";
import { isOneLine, isOneLineDecoded } from "../text/is-one-line.ts";
import type { Target } from "./monitor.ts";

/**
 * How a check may log in (RFC 4954, RFC 9051 section 6.2.2, RFC 5034): PLAIN (RFC 4616), LOGIN (draft-murchison-sasl-login), CRAM-MD5
 * (RFC 2195), SCRAM-SHA-256 (RFC 7677), XOAUTH2 (an access token in place of a password). `best` is the strongest one that the server offers
 * for a password. Where a mailbox offers no LOGIN it is the command of that name in IMAP, and USER and PASS in POP3, which are the last of
 * the best, too.
 */
export const MECHANISMS = ["best", "PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "XOAUTH2"] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** What an account is called. */
export const usernameSchema = z
  .string()
  .refine(isOneLineDecoded, "A user name has no line breaks and no control characters.")
  .trim()
  .min(1, "Enter the user name.")
  .max(255, "A user name has at most 255 characters.");

/** The login of a check. The password or token is a secret of its own and never part of a target. */
export const loginSchema = z.object({
  mechanism: z.enum(MECHANISMS, { error: "Choose how the check logs in." }),
  username: usernameSchema,
});
export type Login = z.infer<typeof loginSchema>;

/** How a target logs in to its server, where it does; a script names its logins itself. */
export function loginOf(target: Target): Login | undefined {
  return "login" in target ? target.login : undefined;
}

/**
 * A password or token, as typed: NUL cannot be sent in PLAIN (RFC 4616), and SASLprep has control characters in nothing (RFC 4013
 * section 2.3). Whatever else it holds goes over the wire in base64.
 */
export const loginSecretSchema = z
  .string()
  .min(1, "Enter the password.")
  .max(4096, "A password or token has at most 4096 characters.")
  .refine(isOneLine, "A password has no line breaks and no control characters.");
