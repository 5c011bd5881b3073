import type { AccountMessage } from "#core/account/account-message.ts";
import { renderMail, type Mail } from "./render-mail.ts";
import { AccountMail } from "./template/account-mail.tsx";

const SUBJECTS: Record<AccountMessage["kind"], string> = {
  confirm_address: "Confirm your address",
  already_registered: "You already have an account",
  reset_password: "Choose a new password",
};

/** The mail that tells an account message. */
export async function composeAccountMail(message: AccountMessage): Promise<Mail> {
  return renderMail(SUBJECTS[message.kind], <AccountMail message={message} />);
}
