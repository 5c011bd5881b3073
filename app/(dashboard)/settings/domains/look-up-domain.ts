"use server";

import { revalidatePath } from "next/cache";
import { proveDomain } from "#app/_data/domain-proof.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { canManage } from "#core/account/role.ts";
import { domainSchema } from "#core/domain/domain-form.ts";

/** Asks for another look-up of a domain's proof; for somebody who may not manage the team it does nothing. */
export async function lookUpDomain(domain: string): Promise<void> {
  const viewer = await requireViewer();
  const parsed = domainSchema.safeParse(domain);
  if (canManage(viewer.role) && parsed.success) await proveDomain(viewer, parsed.data);
  revalidatePath("/settings/domains");
}
