"use server";

import { requireEditor } from "#app/_data/viewer.ts";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import type { ScriptProblem } from "#core/script/script-problem.ts";

/** Judges the text of a script while it is typed. */
export async function checkScript(text: string): Promise<ScriptProblem[]> {
  if ((await requireEditor()) === null || typeof text !== "string") return [];
  return mailflowTarget(text).problems ?? [];
}
