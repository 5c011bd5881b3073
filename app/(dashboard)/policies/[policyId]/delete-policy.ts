"use server";

import { redirect } from "next/navigation";
import { removePolicy } from "#app/_data/alerting/change-policy.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Deletes an escalation policy; for somebody who may only look it does nothing. */
export async function deletePolicy(policyId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(policyId)) !== null) await removePolicy(editor, policyId);
  redirect("/policies");
}
