import { chooseMonthlyMails } from "#db/monthly-mail/choose-monthly-mails.ts";
import type { Viewer } from "../viewer.ts";

/** Has a mail about each month of a domain sent to these channels alone; months are those of the editor's time zone. False where there is no such monitor. */
export function chooseMonthly({ teamId, timeZone }: Viewer, monitorId: number, channelIds: readonly number[]): Promise<boolean> {
  return chooseMonthlyMails(teamId, monitorId, channelIds, timeZone);
}
