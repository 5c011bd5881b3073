"use server";

import { revalidatePath } from "next/cache";
import { forgetDomain } from "#app/_data/domain-proof.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { canManage } from "#core/account/role.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Removes a domain; for somebody who may not manage the team it does nothing. */
export async function deleteDomain(domainProofId: number): Promise<void> {
  const viewer = await requireViewer();
  const id = parseId(String(domainProofId));
  if (canManage(viewer.role) && id !== null) await forgetDomain(viewer, id);
  revalidatePath("/settings/domains");
}
