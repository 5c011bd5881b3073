import type { z } from "zod";
import type { ChannelField } from "#core/channel-field.ts";
import type { ChannelKind } from "#core/channel.ts";
import { emailSettings } from "./email/settings.ts";
import type { ChannelSettings } from "./settings.ts";
import { slackSettings } from "./slack/settings.ts";

/** Settings whose values come as they were typed or stored. */
export type KindOfChannel = {
  kind: ChannelKind;
  label: string;
  about: string;
  fields: readonly ChannelField[];
  /** What is read of them, or what is wrong with them. */
  read(values: Readonly<Record<string, unknown>>): z.ZodSafeParseResult<ReadSettings>;
  make(): Record<string, unknown>;
};

/** Settings that were read: what is kept openly, what is kept sealed, where they lead, and the address to confirm where there is one. */
export type ReadSettings = {
  config: Record<string, unknown>;
  secrets: Record<string, unknown>;
  leadsTo: string;
  addressToVerify: string | null;
};

/** What each kind of channel is set up with; `"later"` is one that cannot be made yet. A kind that is missing here is a type error. */
export const SETTINGS_BY_KIND = {
  email: known(emailSettings),
  sms: "later",
  phone: "later",
  slack: known(slackSettings),
  discord: "later",
  teams: "later",
  telegram: "later",
  ntfy: "later",
  pushover: "later",
  pagerduty: "later",
  opsgenie: "later",
  webhook: "later",
} satisfies { [Kind in ChannelKind]: KindOfChannel | "later" };

/** The settings of a kind; null where there is no such kind, or none that can be made. */
export function settingsOfKind(kind: string): KindOfChannel | null {
  const found: KindOfChannel | "later" | undefined = Object.hasOwn(SETTINGS_BY_KIND, kind)
    ? SETTINGS_BY_KIND[kind as ChannelKind]
    : undefined;
  return found === undefined || found === "later" ? null : found;
}

function known<Kind extends ChannelKind, Settings extends object>(settings: ChannelSettings<Kind, Settings>): KindOfChannel {
  const { kind, label, about, fields, schema } = settings;
  const made = () => ({ ...settings.make?.() });
  const secretNames = new Set([...fields.filter(({ type }) => type === "secret").map(({ name }) => name), ...Object.keys(made())]);
  const split = (all: Settings): ReadSettings => {
    const [config, secrets] = [false, true].map((isSecret) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => secretNames.has(name) === isSecret)),
    );
    const addressToVerify = settings.addressToVerify?.(all) ?? null;
    return { config: config!, secrets: secrets!, leadsTo: settings.leadsTo(all), addressToVerify };
  };
  return { kind, label, about, fields, make: made, read: (values) => schema.transform(split).safeParse(values) };
}
