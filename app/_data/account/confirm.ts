import { timeZoneSchema } from "#core/time/time-zone.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { findToken } from "#db/token/find-token.ts";
import { hashToken } from "#db/token/hash-token.ts";
import { confirmSignUp } from "#db/user/confirm-sign-up.ts";
import { verifyPassword } from "../password.ts";
import type { SessionClaims } from "../session.ts";

type Confirmation =
  | ({ outcome: "confirmed" } & SessionClaims)
  | { outcome: "wrong" | "gone" | "taken" }
  | { outcome: "limited"; waitS: number };

/**
 * Turns a sign-up into an account, for whoever has both its mail and its password. Having only the mail is not enough: somebody else
 * may have typed this address with a password of theirs and now wait for its owner to follow the link. `timeZone` is the browser's
 * own word and UTC where it is none.
 */
export async function confirm(token: string, password: string, timeZone = "UTC"): Promise<Confirmation> {
  const signUp = await findToken(token, "sign_up");
  if (!signUp) return { outcome: "gone" };

  const waitS = await countGuess("confirm:token", hashToken(token).toString("hex"));
  if (waitS > 0) return { outcome: "limited", waitS };
  if (!(await verifyPassword(password, signUp.passwordHash))) return { outcome: "wrong" };

  const confirmed = await confirmSignUp(token, timeZoneSchema.safeParse(timeZone).data ?? "UTC");
  return typeof confirmed === "string" ? { outcome: confirmed } : { outcome: "confirmed", ...confirmed };
}
