"use server";

import { refresh } from "next/cache";
import { shareReport, takeBackReport } from "#app/_data/domain/share-report.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { lifetimeDays } from "#core/domain/report-link.ts";
import { EMPTY_FORM, type FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";

/** The state of the form that makes a link, and the link it has made, which is shown this once. */
export type ShareState = FormState & { link?: string };

const NO_MORE = "No link was made: the monitor is gone, or there are as many links as there may be. Take one back first.";

/** Makes a link to the report. */
export async function makeLink(monitorId: number, _: ShareState, form: FormData): Promise<ShareState> {
  const editor = await requireEditor();
  if (!editor) return { ...EMPTY_FORM, message: VIEWERS_ONLY_LOOK };
  const days = lifetimeDays(form.get("lifetime"));
  if (days === undefined) return { ...EMPTY_FORM, errors: { lifetime: "Choose how long the link is to work." } };
  const link = parseId(String(monitorId)) === null ? null : await shareReport(editor, monitorId, days);
  if (link === null) return { ...EMPTY_FORM, message: NO_MORE };
  refresh();
  return { ...EMPTY_FORM, link };
}

/** Takes a link back. */
export async function takeBack(reportLinkId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(reportLinkId)) !== null) await takeBackReport(editor, reportLinkId);
  refresh();
}
