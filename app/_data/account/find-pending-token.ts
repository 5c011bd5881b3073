import type { TokenPurpose } from "#core/account/token.ts";
import { findToken } from "#db/token/find-token.ts";

/** The token of a page's address with the e-mail address it was sent to, while it can be used; looking does not use it up. */
export async function findPendingToken(token: unknown, purpose: TokenPurpose): Promise<{ token: string; email: string } | null> {
  if (typeof token !== "string" || token === "") return null;
  const found = await findToken(token, purpose);
  return found && { token, email: found.email };
}
