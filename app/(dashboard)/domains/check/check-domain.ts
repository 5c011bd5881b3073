"use server";

import { redirect } from "next/navigation";
import { checkDomain as check, readDomain } from "#app/_data/domain/check-domain.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { checkDomainHref } from "#core/domain/domain-wish.ts";

const MAX_CHARS = 400;

/** Checks the domain that was typed and shows what comes of it; where it cannot be checked the page of the field says why. */
export async function checkDomain(form: FormData): Promise<void> {
  const editor = await requireEditor();
  const field = form.get("domain");
  const typed = typeof field === "string" ? field.trim().slice(0, MAX_CHARS) : "";
  if (!editor) redirect(checkDomainHref(typed, "viewers-look"));
  const wish = readDomain(typed);
  if (!wish.ok) redirect(checkDomainHref(typed));
  const outcome = await check(editor, wish);
  redirect(typeof outcome === "string" ? checkDomainHref(typed, outcome) : `/domains/check/${outcome.trialId}`);
}
