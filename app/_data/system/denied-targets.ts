import { fieldErrors } from "#core/form/form-state.ts";
import { deniedTargetSchema } from "#core/monitor/denied-target.ts";
import { addDeniedTarget } from "#db/denied-target/add-denied-target.ts";
import { deleteDeniedTarget } from "#db/denied-target/delete-denied-target.ts";
import { listDeniedTargets } from "#db/denied-target/list-denied-targets.ts";
import { requireOperator } from "./operator.ts";

/** What the operator keeps all teams from watching. */
export async function loadDeniedTargets() {
  const viewer = await requireOperator();
  return { viewer, denied: await listDeniedTargets() };
}

/** Has a target left alone; by field what is wrong where it is not, and what it is called where it is. */
export async function denyTarget(typed: unknown): Promise<{ errors: Record<string, string> } | { target: string }> {
  await requireOperator();
  const parsed = deniedTargetSchema.safeParse(typed);
  if (!parsed.success) return { errors: fieldErrors(parsed.error) };
  const { target } = parsed.data;
  const outcome = await addDeniedTarget(parsed.data);
  return outcome === "known" ? { errors: { target: `${target} is left alone already.` } } : { target };
}

/** Lets a target be watched again. */
export async function allowTarget(deniedTargetId: number): Promise<void> {
  await requireOperator();
  await deleteDeniedTarget(deniedTargetId);
}
