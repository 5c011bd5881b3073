import { reportPath } from "#core/domain/report-link.ts";
import { makeReportLink } from "#db/report-link/make-report-link.ts";
import { takeBackReportLink } from "#db/report-link/take-back-report-link.ts";
import { env } from "#env.ts";
import type { Viewer } from "../viewer.ts";

/** Makes a link to the report of a domain, good for so many days or until it is taken back (null); null where there can be none. */
export async function shareReport(editor: Viewer, monitorId: number, days: number | null): Promise<string | null> {
  const token = await makeReportLink(editor, monitorId, days);
  return token === null ? null : new URL(reportPath(token), env.NEXTAUTH_URL).href;
}

/** Takes a link back; one that is gone already is gone. */
export async function takeBackReport(editor: Viewer, reportLinkId: number): Promise<void> {
  await takeBackReportLink(editor.teamId, reportLinkId);
}
