import { emailAddressSchema } from "#core/channel/channel.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { forgetGuesses } from "#db/rate-limit/forget-guesses.ts";
import { findCredentials } from "#db/user/find-credentials.ts";
import { replaceHash } from "#db/user/replace-hash.ts";
import { hashPassword, isOutdated, verifyPassword } from "../password.ts";
import type { SessionClaims } from "../session.ts";

type Attempt = ({ outcome: "signed-in" } & SessionClaims) | { outcome: "wrong" } | { outcome: "limited"; waitS: number };

/**
 * Whether an address and a password go together. An unknown address takes as long and answers the same as a wrong password. `from`
 * is the client's address.
 */
export async function signIn(address: string, password: string, from: string): Promise<Attempt> {
  const email = emailAddressSchema.safeParse(address).data;
  if (!email) return { outcome: "wrong" };

  const waitS = (await countGuess("sign-in:account", email)) || (await countGuess("sign-in:client", from));
  if (waitS > 0) return { outcome: "limited", waitS };

  const user = await findCredentials(email);
  if (!(await verifyPassword(password, user?.passwordHash ?? null)) || !user) return { outcome: "wrong" };

  await forgetGuesses("sign-in:account", email);
  if (isOutdated(user.passwordHash)) await replaceHash(user.id, user.passwordHash, await hashPassword(password));
  return { outcome: "signed-in", userId: user.id, sessionVersion: user.sessionVersion };
}
