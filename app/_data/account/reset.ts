import { isAddressItself } from "#core/account/password.ts";
import { forgetGuesses } from "#db/rate-limit/forget-guesses.ts";
import { findToken } from "#db/token/find-token.ts";
import { resetPassword } from "#db/user/reset-password.ts";
import { hashPassword } from "../password.ts";
import type { SessionClaims } from "../session.ts";

type Reset = ({ outcome: "set" } & SessionClaims) | { outcome: "gone" | "is-address" };

/**
 * Sets a new password with the token from a mail, and forgets the wrong guesses at the old one: whoever reads the owner's mail is
 * the owner.
 */
export async function reset(token: string, password: string): Promise<Reset> {
  const asked = await findToken(token, "reset_password");
  if (!asked) return { outcome: "gone" };
  if (isAddressItself(password, asked.email)) return { outcome: "is-address" };

  const user = await resetPassword(token, await hashPassword(password));
  if (!user) return { outcome: "gone" };
  await forgetGuesses("sign-in:account", asked.email);
  return { outcome: "set", ...user };
}
