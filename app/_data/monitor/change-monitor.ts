import type { Viewer } from "#core/account/viewer.ts";
import { proveFirst } from "#core/domain/domain-proof.ts";
import type { Refusal } from "#core/form/refusal.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { DraftSecret, MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import { readDenyList } from "#db/denied-target/read-deny-list.ts";
import { createMonitor } from "#db/monitor/create-monitor.ts";
import { deleteMonitor } from "#db/monitor/delete-monitor.ts";
import { editMonitor } from "#db/monitor/edit-monitor.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { readMonitor } from "#db/monitor/read-monitor.ts";
import { requestCheck } from "#db/monitor/request-check.ts";
import { resumeMonitor } from "#db/monitor/resume-monitor.ts";
import { retryLogin } from "#db/monitor/retry-login.ts";
import type { WhoIsTold } from "#db/monitor/tell-channels.ts";
import type { Want } from "#db/team/want-servers.ts";
import { createTrial } from "#db/trial/create-trial.ts";
import { unproved } from "../domain-proof.ts";
import { withheld } from "../team-limits.ts";
import { outOfBounds } from "./bounds.ts";

/** Why a target may not be checked for this team, whatever else is right. */
type Refused = { refused: Refusal };

/** Makes a monitor in the editor's team. */
export async function makeMonitor(
  editor: Viewer,
  draft: MonitorDraft,
  told: WhoIsTold,
): Promise<Refused | Awaited<ReturnType<typeof createMonitor>>> {
  return (await refused(editor, { target: draft.target, what: "monitor" })) ?? createMonitor(editor.teamId, draft, told);
}

/** Changes a monitor of the editor's team that is still as it was at `revision`. */
export async function changeMonitor(
  editor: Viewer,
  monitorId: number,
  revision: number,
  draft: MonitorDraft,
  told: WhoIsTold,
): Promise<Refused | Awaited<ReturnType<typeof editMonitor>>> {
  return (
    (await refused(editor, { target: draft.target, what: "edit" })) ?? editMonitor(editor.teamId, monitorId, revision, draft, told)
  );
}

/** What a monitor of the editor's team watches; null where the team has no such monitor any more. */
export async function storedTarget(editor: Viewer, monitorId: number): Promise<Target | null> {
  return (await readMonitor(editor.teamId, monitorId))?.target ?? null;
}

/** Pauses a monitor of the editor's team; one that is paused already stays so. */
export async function pause(editor: Viewer, monitorId: number): Promise<void> {
  await pauseMonitor(editor.teamId, monitorId, editor.email);
}

/** Resumes a monitor of the editor's team; one that is watched already stays so. */
export async function resume(editor: Viewer, monitorId: number): Promise<void> {
  await resumeMonitor(editor.teamId, monitorId);
}

/** Removes a monitor of the editor's team with all that was seen of it; one that is gone already is gone. */
export async function removeMonitor(editor: Viewer, monitorId: number): Promise<void> {
  await deleteMonitor(editor.teamId, monitorId);
}

/** Asks for a check of a monitor of the editor's team at once. */
export function checkNow(editor: Viewer, monitorId: number): ReturnType<typeof requestCheck> {
  return requestCheck(editor.teamId, monitorId, editor.userId);
}

/** Lets the login of a monitor of the editor's team be tried again after the server refused it. */
export function tryLogin(editor: Viewer, monitorId: number): ReturnType<typeof retryLogin> {
  return retryLogin(editor.teamId, monitorId);
}

/**
 * Asks for a trial of a target, with the password that was typed, or with the one stored for a monitor of the editor's team, or with what of a
 * script's was typed beside what is stored.
 */
export async function startTrial(
  editor: Viewer,
  { target, timeLimitS, secret }: { target: Target; timeLimitS: number; secret: DraftSecret },
  monitorId: number | null,
): Promise<Refused | Awaited<ReturnType<typeof createTrial>>> {
  const refusal = await refused(editor, { target, what: "trial" });
  if (refusal !== null) return refusal;
  return createTrial(editor.teamId, editor.userId, {
    target,
    timeLimitS,
    secret: secret.kind === "new" ? secret.secret : null,
    ...(secret.kind === "some" && { some: secret.secrets }),
    fromMonitorId: secret.kind === "stored" || secret.kind === "some" ? monitorId : null,
  });
}

async function refused(editor: Viewer, want: Want): Promise<Refused | null> {
  const { target } = want;
  const refusal =
    outOfBounds(target, await readDenyList()) ?? (await refusedForProof(editor, target)) ?? (await withheld(editor, want));
  return refusal && { refused: refusal };
}

async function refusedForProof(editor: Viewer, target: Target): Promise<Refusal | null> {
  const missing = await unproved(editor, target);
  return missing && { field: missing.unproved.field, sentence: proveFirst(missing.unproved) };
}
