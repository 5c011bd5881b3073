import { addAccountMail } from "#db/account-mail/add-account-mail.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { hashPassword } from "../password.ts";

/**
 * Asks for the mail that confirms an address. Whether somebody has an account of it is not looked at here, so that nothing in the
 * answer, nor how long it takes, can tell. Returns 0, or the seconds to wait before asking again.
 */
export async function askForSignUp(email: string, password: string, from: string): Promise<number> {
  const waitS = (await countGuess("sign-up:client", from)) || (await countGuess("sign-up:address", email));
  if (waitS > 0) return waitS;
  await addAccountMail({ purpose: "sign_up", email, passwordHash: await hashPassword(password) });
  return 0;
}
