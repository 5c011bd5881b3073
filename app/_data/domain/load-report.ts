import { notFound } from "next/navigation";
import { cache } from "react";
import { canEdit } from "#core/account/role.ts";
import { parseId } from "#core/form/parse-id.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { readDomainState } from "#db/monitor/read-domain-state.ts";
import { listMonthlyChoices } from "#db/monthly-mail/list-monthly-choices.ts";
import { listReportLinks } from "#db/report-link/list-report-links.ts";
import { requireViewer } from "../viewer.ts";
import { reportOf } from "./report-of.ts";

/** The report of a domain that the viewer's team watches, the links that show it to others, and who gets a mail about each month. Another team's is as good as none. */
export const loadReport = cache(async (idText: string) => {
  const viewer = await requireViewer();
  const monitorId = parseId(idText);
  const state = monitorId === null ? null : await readDomainState(viewer.teamId, monitorId);
  if (state === null) notFound();
  const [report, links, choices] = await Promise.all([
    reportOf(state, viewer.timeZone),
    listReportLinks(viewer.teamId, state.monitorId),
    listMonthlyChoices(viewer.teamId, state.monitorId),
  ]);
  const channels = choices.map(({ leadsTo, nextAt, timeZone, ...channel }) => ({
    ...channel,
    address: leadsTo,
    next: nextAt && exactTime(nextAt, timeZone ?? viewer.timeZone),
  }));
  return { monitorId: state.monitorId, monitorName: state.monitorName, canEdit: canEdit(viewer.role), report, links, channels };
});
