import { parseId } from "../form/parse-id.ts";
import { nameSchema } from "../monitor/monitor.ts";

/** A contact as the form has it, its channels in order. */
export type ContactForm = { name: string; userId: number | null; channelIds: number[] };
export type ParsedContactForm = { ok: true; draft: ContactForm } | { ok: false; errors: Record<string, string> };

const MOST_CHANNELS = 10;

/** Reads the form of a contact: the ids of the channels stand in it joined by commas. */
export function parseContactForm(values: Record<string, string>): ParsedContactForm {
  const name = nameSchema.safeParse(values.name ?? "");
  const channelIds = (values.channelIds ?? "")
    .split(",")
    .map(parseId)
    .filter((id) => id !== null);
  const errors: Record<string, string> = {};
  if (!name.success) errors.name = name.error.issues[0]!.message;
  if (channelIds.length > MOST_CHANNELS) errors.channelIds = `A contact has at most ${MOST_CHANNELS} channels.`;
  if (!name.success || errors.channelIds !== undefined) return { ok: false, errors };
  return { ok: true, draft: { name: name.data, userId: parseId(values.userId ?? ""), channelIds } };
}
