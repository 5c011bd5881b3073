import type { ChannelBefore } from "#core/channel/channel-draft.ts";
import { meansSomething, type ChannelField } from "#core/channel/channel-field.ts";
import { forgetFieldOf, SWITCHED_ON } from "#core/channel/channel-form.ts";
import { fieldErrors } from "#core/form/form-state.ts";
import { nameSchema } from "#core/monitor/monitor.ts";
import { inSentence } from "#core/text/in-sentence.ts";
import type { KindOfChannel, ReadSettings } from "./settings-by-kind.ts";

type Values = Readonly<Record<string, string>>;

/** A channel as its form says it, or what is wrong by field. */
export type ReadForm = (ReadSettings & { name: string }) | { errors: Record<string, string> };

/**
 * Reads the form of a channel of a kind. Where there is one `before`, a secret that was left empty stays as it is, but only while what it is
 * sent to stays as well: whoever may edit a channel shall not learn its secrets by leading them elsewhere.
 */
export function readChannelForm(kind: KindOfChannel, values: Values, before: ChannelBefore | null): ReadForm {
  const stored = { ...before?.config, ...before?.secrets } as Record<string, unknown>;
  const asked = kind.fields.filter((field) => meansSomething(field, kind.fields, values));
  const kept = asked.filter((field) => stored[field.name] !== undefined && isKept(field, values));
  const given = Object.fromEntries(
    asked.map((field) => [field.name, kept.includes(field) ? stored[field.name] : typed(field, values)]),
  );
  const made = Object.fromEntries(
    kind.made.flatMap(({ name, former, make }) => [
      [name, stored[name] ?? make()],
      [former, stored[former]],
    ]),
  );

  const name = nameSchema.safeParse(values.name ?? "");
  const settings = kind.read({ ...given, ...made });
  const errors = {
    ...(name.success ? {} : { name: name.error.issues[0]!.message }),
    ...(settings.success ? {} : fieldErrors(settings.error)),
  };
  if (!name.success || !settings.success) return { errors };

  const now = { ...settings.data.config, ...settings.data.secrets } as Record<string, unknown>;
  const leadsElsewhere = kind.fields.some((field) => field.bindsSecret && now[field.name] !== stored[field.name]);
  if (kept.length > 0 && leadsElsewhere) return { errors: Object.fromEntries(kept.map((field) => [field.name, again(field)])) };
  return { ...settings.data, name: name.data };
}

function isKept({ name, type }: ChannelField, values: Values): boolean {
  return type === "secret" && !values[name] && values[forgetFieldOf(name)] !== SWITCHED_ON;
}

function typed({ name, type, isOptional }: ChannelField, values: Values): unknown {
  if (type === "switch") return values[name] === SWITCHED_ON;
  const text = values[name] ?? "";
  return isOptional && text.trim() === "" ? undefined : text;
}

function again({ label }: ChannelField): string {
  return `Enter it again: ${inSentence(label)} is only sent to where it was entered for.`;
}
