import { renderMail, type Mail } from "./render-mail.ts";
import { CodeMail, RecipientCodeMail } from "./template/code-mail.tsx";

/** The mail with the code that confirms an address; the code stands in the subject, where a lock screen shows it. */
export async function composeCodeMail(code: string, revokeUrl: string | null = null): Promise<Mail> {
  return renderMail(subject(code), <CodeMail {...{ code, revokeUrl }} />);
}

/** The same for a mailbox that test messages are to go to. */
export async function composeRecipientCodeMail(code: string, revokeUrl: string): Promise<Mail> {
  return renderMail(subject(code), <RecipientCodeMail {...{ code, revokeUrl }} />);
}

function subject(code: string): string {
  return `${code} is your code for Ehlowatch`;
}
