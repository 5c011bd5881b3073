"use server";

import { revalidatePath } from "next/cache";
import { allowTarget } from "#app/_data/system/denied-targets.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Lets a target be watched again. */
export async function deleteDenied(deniedTargetId: number): Promise<void> {
  if (parseId(String(deniedTargetId)) === null) return;
  await allowTarget(deniedTargetId);
  revalidatePath("/settings/system/manners");
}
