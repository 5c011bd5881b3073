"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { checkNow, pause, removeMonitor, resume, tryLogin } from "#app/_data/monitor/change-monitor.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";
import type { Said } from "#core/form/said.ts";

const FORBIDDEN: Said = { ok: false, text: VIEWERS_ONLY_LOOK };

const CHECK_ANSWERS = {
  requested: { ok: true, text: "A check is on its way." },
  "too-soon": { ok: false, text: "A check was asked for a moment ago. Its result appears by itself." },
  paused: { ok: false, text: "This monitor is paused. Resume it first." },
  "not-found": { ok: false, text: "This monitor is not there any more." },
} as const satisfies Record<Awaited<ReturnType<typeof checkNow>>, Said>;

/** Asks for a check at once. */
export async function requestCheck(monitorId: number): Promise<Said> {
  const editor = await requireEditor();
  if (!editor) return FORBIDDEN;
  return CHECK_ANSWERS[isId(monitorId) ? await checkNow(editor, monitorId) : "not-found"];
}

const LOGIN_ANSWERS = {
  requested: { ok: true, text: "The login is tried once more." },
  "not-stopped": { ok: true, text: "The login is not stopped any more." },
  paused: CHECK_ANSWERS.paused,
  "not-found": CHECK_ANSWERS["not-found"],
} as const satisfies Record<Awaited<ReturnType<typeof tryLogin>>, Said>;

/** Lets a login that was refused be tried again, at once. */
export async function tryLoginAgain(monitorId: number): Promise<Said> {
  const editor = await requireEditor();
  if (!editor) return FORBIDDEN;
  const said = LOGIN_ANSWERS[isId(monitorId) ? await tryLogin(editor, monitorId) : "not-found"];
  refresh();
  return said;
}

/** Pauses or resumes; doing what is done already does nothing. */
export async function setPaused(monitorId: number, isPaused: boolean): Promise<Said> {
  const editor = await requireEditor();
  if (!editor) return FORBIDDEN;
  if (!isId(monitorId)) return CHECK_ANSWERS["not-found"];
  await (isPaused ? pause : resume)(editor, monitorId);
  refresh();
  return { ok: true, text: isPaused ? "Paused" : "Watching again" };
}

/** Deletes a monitor and everything seen of it. */
export async function deleteMonitor(monitorId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && isId(monitorId)) await removeMonitor(editor, monitorId);
  redirect("/monitors");
}

/** What comes from a browser may be anything. */
function isId(monitorId: number): boolean {
  return parseId(String(monitorId)) !== null;
}
