"use server";

import { redirect } from "next/navigation";
import { watchDomain } from "#app/_data/domain/watch-domain.ts";
import { requireEditor } from "#app/_data/viewer.ts";

/** Watches all of what a check of a domain saw, and leads to the monitor of the domain. */
export async function watchAll(trialId: string): Promise<void> {
  const editor = await requireEditor();
  const monitorId = editor && (await watchDomain(editor, trialId));
  redirect(monitorId ? `/monitors/${monitorId}` : "/domains/check");
}
