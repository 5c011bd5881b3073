import { isDialogueKind, type MonitorKind } from "../check/stage.ts";
import type { ReasonCode } from "./reason.ts";

/** Where a reason is explained, as it is in a kind: a place on a page that anybody may read. SMTP's is the page as it opens. */
export function reasonHref(code: ReasonCode, kind: MonitorKind = "smtp"): string {
  return `${reasonsHref(isDialogueKind(kind) && kind !== "smtp" ? kind : null)}#${code}`;
}

/** The page of all reasons, or of those of one kind. */
export function reasonsHref(kind: MonitorKind | null): string {
  return kind === null ? "/docs/reasons" : `/docs/reasons?kind=${kind}`;
}
