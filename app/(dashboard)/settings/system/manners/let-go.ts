"use server";

import { revalidatePath } from "next/cache";
import { letGoAgain } from "#app/_data/system/frozen-teams.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Lets a frozen team have new things looked at again. */
export async function letGo(teamId: number): Promise<void> {
  if (parseId(String(teamId)) === null) return;
  await letGoAgain(teamId);
  revalidatePath("/settings/system/manners");
}
