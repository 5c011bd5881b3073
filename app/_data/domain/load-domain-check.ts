import { notFound } from "next/navigation";
import { canEdit } from "#core/account/role.ts";
import { diagnosisOfServer } from "#core/diagnosis/server-told.ts";
import { findDomainMonitor } from "#db/monitor/find-domain-monitor.ts";
import { readTrial } from "#db/trial/read-trial.ts";
import { requireViewer } from "../viewer.ts";

/** A check of a domain that somebody of the viewer's team asked for, as far as it has come. Trials are kept for a day. */
export async function loadDomainCheck(trialId: string) {
  const viewer = await requireViewer();
  const trial = await readTrial(viewer.teamId, trialId);
  if (trial?.target.kind !== "domain") notFound();
  const { target, result, lines, finishedAt } = trial;
  return {
    zone: viewer.timeZone,
    canEdit: canEdit(viewer.role),
    domain: target.host,
    finishedAt,
    result,
    lines,
    diagnosis: result?.reason ? diagnosisOfServer(result.reason, target) : null,
    monitorId: await findDomainMonitor(viewer.teamId, target.host),
  };
}
