import { notFound } from "next/navigation";
import { cache } from "react";
import { canEdit } from "#core/account/role.ts";
import { parseId } from "#core/form/parse-id.ts";
import { readDomainState } from "#db/monitor/read-domain-state.ts";
import { listReportLinks } from "#db/report-link/list-report-links.ts";
import { requireViewer } from "../viewer.ts";
import { reportOf } from "./report-of.ts";

/** The report of a domain that the viewer's team watches, and the links that show it to others. Another team's is as good as none. */
export const loadReport = cache(async (idText: string) => {
  const viewer = await requireViewer();
  const monitorId = parseId(idText);
  const state = monitorId === null ? null : await readDomainState(viewer.teamId, monitorId);
  if (state === null) notFound();
  const [report, links] = await Promise.all([reportOf(state, viewer.timeZone), listReportLinks(viewer.teamId, state.monitorId)]);
  return { monitorId: state.monitorId, monitorName: state.monitorName, canEdit: canEdit(viewer.role), report, links };
});
