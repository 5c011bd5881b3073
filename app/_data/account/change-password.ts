import { countGuess } from "#db/rate-limit/count-guess.ts";
import { forgetGuesses } from "#db/rate-limit/forget-guesses.ts";
import { changePassword as replacePassword } from "#db/user/change-password.ts";
import { findPasswordHash } from "#db/user/find-password-hash.ts";
import { hashPassword, verifyPassword } from "../password.ts";

type Change = { outcome: "changed"; sessionVersion: number } | { outcome: "wrong" } | { outcome: "limited"; waitS: number };

/** Changes the password of somebody who is signed in and still knows the old one. Every session ends; the caller opens this one anew. */
export async function changePassword(userId: number, oldPassword: string, newPassword: string): Promise<Change> {
  const waitS = await countGuess("password:user", userId);
  if (waitS > 0) return { outcome: "limited", waitS };

  const oldHash = await findPasswordHash(userId);
  if (!(await verifyPassword(oldPassword, oldHash))) return { outcome: "wrong" };

  const sessionVersion = await replacePassword(userId, oldHash, await hashPassword(newPassword));
  if (sessionVersion === null) return { outcome: "wrong" }; // changed elsewhere meanwhile: the old one is not the old one any more
  await forgetGuesses("password:user", userId);
  return { outcome: "changed", sessionVersion };
}
