import type { Reason } from "../reason/reason.ts";
import { reasonHeadline } from "./diagnosis.ts";

/** A reason as a transcript notes it, where the server did not say it itself. */
export function reasonNote({ code, detail }: Reason): string {
  const headline = reasonHeadline(code, null);
  return detail === null ? headline : `${headline}: ${detail}`;
}
