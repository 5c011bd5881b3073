import type { Viewer } from "#core/viewer.ts";
import { listPolicies } from "#db/policy/list-policies.ts";
import { setMonitorPolicy } from "#db/policy/set-monitor-policy.ts";

/** Whether the editor's team has a policy; none of its own is one that every team has. */
export async function hasPolicy(editor: Viewer, policyId: number | null): Promise<boolean> {
  return policyId === null || (await listPolicies(editor.teamId)).some((each) => each.policyId === policyId);
}

/** Has a monitor of the editor's team told of by a policy of its own, or as its tags and the team's default say (null). */
export async function givePolicy(editor: Viewer, monitorId: number, policyId: number | null): Promise<void> {
  await setMonitorPolicy(editor.teamId, monitorId, policyId);
}
