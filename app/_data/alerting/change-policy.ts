import type { Viewer } from "#core/account/viewer.ts";
import type { PolicyForm } from "#core/escalation/parse-policy-form.ts";
import { deletePolicy } from "#db/policy/delete-policy.ts";
import { savePolicy } from "#db/policy/save-policy.ts";

/** Makes or changes an escalation policy of the editor's team. */
export function keepPolicy(editor: Viewer, policyId: number | null, draft: PolicyForm): ReturnType<typeof savePolicy> {
  return savePolicy(editor.teamId, policyId, draft);
}

/** Removes an escalation policy of the editor's team; one that is gone already is gone. */
export async function removePolicy(editor: Viewer, policyId: number): Promise<void> {
  await deletePolicy(editor.teamId, policyId);
}
