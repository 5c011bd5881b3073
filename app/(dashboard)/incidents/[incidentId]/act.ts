"use server";

import { refresh } from "next/cache";
import { acknowledge, resolve, takeBack } from "#app/_data/incident/work-on-incident.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import type { Said } from "#core/form/said.ts";
import { parseIncidentWords } from "#core/incident/incident-words.ts";

/** Takes an incident on. */
export async function acknowledgeIncident(incidentId: number): Promise<Said> {
  const [done, late] = ["You have it. Nobody else is told.", "It is over, or somebody has it already."];
  return act(incidentId, (editor) => acknowledge(editor, incidentId), done, late);
}

/** Takes back that somebody has it. */
export async function takeAcknowledgementBack(incidentId: number): Promise<Said> {
  const [done, late] = ["Nobody has it now.", "It is over, or nobody had it any more."];
  return act(incidentId, (editor) => takeBack(editor, incidentId), done, late);
}

/** Says that an incident is over, and why. */
export async function resolveIncident(incidentId: number, _: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const editor = await requireEditor();
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const why = parseIncidentWords(values.why ?? "", "why");
  if (!why.ok) return { values, errors: { why: why.complaint } };
  const isResolved = isId(incidentId) && (await resolve(editor, incidentId, why.words));
  refresh();
  return isResolved ? { values: {}, errors: {}, done: "Resolved." } : { values, errors: {}, message: "It is over already." };
}

async function act(incidentId: number, verb: (editor: Viewer) => Promise<boolean>, done: string, late: string): Promise<Said> {
  const editor = await requireEditor();
  if (!editor) return { ok: false, text: VIEWERS_ONLY_LOOK };
  const ok = isId(incidentId) && (await verb(editor));
  refresh();
  return { ok, text: ok ? done : late };
}

/** What comes from a browser may be anything. */
function isId(incidentId: number): boolean {
  return parseId(String(incidentId)) !== null;
}
