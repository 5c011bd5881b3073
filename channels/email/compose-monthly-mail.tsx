import type { MonthlyMessage } from "#core/message/message.ts";
import { monthlySubject } from "#core/monthly/monthly-subject.ts";
import { renderMail, type Mail } from "./render-mail.ts";
import { MonthlyMail } from "./template/monthly-mail.tsx";

/** The mail about a domain's month; `revokeUrl` is where its reader says that they want nothing at all of the team. */
export async function composeMonthlyMail(message: MonthlyMessage, revokeUrl: string | null = null): Promise<Mail> {
  return renderMail(monthlySubject(message), <MonthlyMail {...{ message, revokeUrl }} />);
}
