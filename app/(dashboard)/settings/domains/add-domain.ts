"use server";

import { revalidatePath } from "next/cache";
import { proveDomain } from "#app/_data/domain-proof.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { canManage } from "#core/account/role.ts";
import { domainSchema } from "#core/domain/domain-form.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

export async function addDomain(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = typedValues(form);
  if (!canManage(viewer.role)) return { values, errors: {}, message: "Only owners and admins add domains." };
  const parsed = domainSchema.safeParse(values.domain ?? "");
  if (!parsed.success) return { values, errors: { domain: parsed.error.issues[0]!.message } };
  if ((await proveDomain(viewer, parsed.data)) === "too-many") {
    return { values, errors: { domain: "A team has at most 200 domains. Remove one that is not needed." } };
  }
  revalidatePath("/settings/domains");
  return { values: {}, errors: {}, done: `${parsed.data} is in the list: put its record into the DNS.` };
}
