import { fieldErrors } from "../form/form-state.ts";
import { parseId } from "../form/parse-id.ts";
import { instantOnWall, localTimeSchema, readLocalTime } from "../time/local-time.ts";
import { overrideSchema, type Override } from "./on-call.ts";

export type ParsedOverrideForm = { ok: true; override: Override } | { ok: false; errors: Record<string, string> };

/** Reads who takes over, from when to when on the wall of a time zone (IANA). */
export function parseOverrideForm(values: Record<string, string>, timeZone: string): ParsedOverrideForm {
  const contactId = parseId(values.contactId ?? "");
  const [from, to] = [localTimeSchema.safeParse(values.from), localTimeSchema.safeParse(values.to)];
  const errors: Record<string, string> = {};
  if (contactId === null) errors.contactId = "Choose who takes over.";
  if (!from.success) errors.from = from.error.issues[0]!.message;
  if (!to.success) errors.to = to.error.issues[0]!.message;
  if (contactId === null || !from.success || !to.success) return { ok: false, errors };
  const instant = (text: string) => instantOnWall(readLocalTime(text), timeZone);
  const parsed = overrideSchema.safeParse({ contactId, from: instant(from.data), to: instant(to.data) });
  return parsed.success ? { ok: true, override: parsed.data } : { ok: false, errors: fieldErrors(parsed.error) };
}
