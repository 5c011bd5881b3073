import { addAccountMail } from "#db/account-mail/add-account-mail.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";

/** Asks for the mail that lets somebody set a new password, whether or not the address has an account. Returns 0, or the seconds to wait. */
export async function askForReset(email: string, from: string): Promise<number> {
  const waitS = (await countGuess("reset:client", from)) || (await countGuess("reset:address", email));
  if (waitS > 0) return waitS;
  await addAccountMail({ purpose: "reset_password", email });
  return 0;
}
