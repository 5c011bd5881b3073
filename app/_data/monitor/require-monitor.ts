import { notFound } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";
import { readMonitor } from "#db/monitor/read-monitor.ts";

/** The viewer and a monitor of their team, by the id in an address; read once for each request. Another team's is as good as none. */
export const requireMonitor = cache(async (idText: string) => {
  const viewer = await requireViewer();
  const monitorId = parseId(idText);
  const monitor = monitorId === null ? null : await readMonitor(viewer.teamId, monitorId);
  return monitor === null ? notFound() : { viewer, monitor };
});
