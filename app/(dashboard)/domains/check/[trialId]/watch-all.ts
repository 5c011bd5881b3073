"use server";

import { redirect } from "next/navigation";
import { watchDomain } from "#app/_data/domain/watch-domain.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { checkDomainHref } from "#core/domain/domain-wish.ts";

/** Watches all of what a check of a domain saw, and leads to the monitor of the domain. */
export async function watchAll(trialId: string): Promise<void> {
  const editor = await requireEditor();
  const watched = editor && (await watchDomain(editor, trialId));
  if (watched === null) redirect("/domains/check");
  redirect(typeof watched === "number" ? `/monitors/${watched}` : checkDomainHref(watched.withheld, "withheld"));
}
