import { renderMail, type Mail } from "./render-mail.ts";
import { CodeMail } from "./template/code-mail.tsx";

/** The mail with the code that confirms an address; the code stands in the subject, where a lock screen shows it. */
export async function composeCodeMail(code: string, revokeUrl: string | null = null): Promise<Mail> {
  return renderMail(`${code} is your code for Ehlowatch`, <CodeMail {...{ code, revokeUrl }} />);
}
