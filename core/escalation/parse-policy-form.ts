import { fieldErrors } from "../form/form-state.ts";
import { nameSchema } from "../monitor/monitor.ts";
import { parseTags } from "../monitor/tag.ts";
import { escalationPolicySchema, type EscalationPolicy } from "./escalation-policy.ts";

export type PolicyForm = { name: string; tags: string[]; isDefault: boolean; policy: EscalationPolicy };
export type ParsedPolicyForm = { ok: true; draft: PolicyForm } | { ok: false; errors: Record<string, string> };

/** Reads the form of an escalation policy: the policy itself stands in it as JSON. What is wrong in it is named by its path, as in `down.steps.1.afterS`. */
export function parsePolicyForm(values: Record<string, string>): ParsedPolicyForm {
  const errors: Record<string, string> = {};
  const name = nameSchema.safeParse(values.name ?? "");
  if (!name.success) errors.name = name.error.issues[0]!.message;
  const tags = parseTags(values.tags ?? "");
  if (!tags.ok) errors.tags = tags.error;
  const policy = escalationPolicySchema.safeParse(fromJson(values.policy));
  if (!policy.success) Object.assign(errors, fieldErrors(policy.error));
  if (!name.success || !tags.ok || !policy.success) return { ok: false, errors };
  return { ok: true, draft: { name: name.data, tags: tags.tags, isDefault: values.isDefault === "on", policy: policy.data } };
}

function fromJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null; // which the schema refuses
  }
}
