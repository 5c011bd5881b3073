import { writtenOut } from "../text/written-out.ts";
import type { Secrets } from "./secrets.ts";

/** A text as it may be stored and shown: every secret replaced by `[redacted]`, every control character written out. */
export function redact(text: string, secrets?: Secrets): string {
  return writtenOut(secrets === undefined ? text : secrets.takenOutOf(text));
}
