import type { z } from "zod";
import type { ChannelField } from "#core/channel/channel-field.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { discordSettings } from "./discord/settings.ts";
import { emailSettings } from "./email/settings.ts";
import { ntfySettings } from "./ntfy/settings.ts";
import { opsgenieSettings } from "./opsgenie/settings.ts";
import { pagerdutySettings } from "./pagerduty/settings.ts";
import { phoneSettings } from "./phone/settings.ts";
import { pushoverSettings } from "./pushover/settings.ts";
import type { ChannelSettings, MadeSetting } from "./settings.ts";
import { slackSettings } from "./slack/settings.ts";
import { smsSettings } from "./sms/settings.ts";
import { teamsSettings } from "./teams/settings.ts";
import { telegramSettings } from "./telegram/settings.ts";
import { webhookSettings } from "./webhook/settings.ts";

/** Settings whose values come as they were typed or stored. */
export type KindOfChannel = {
  kind: ChannelKind;
  label: string;
  about: string;
  fields: readonly ChannelField[];
  /** What is read of them, or what is wrong with them. */
  read: (values: Readonly<Record<string, unknown>>) => z.ZodSafeParseResult<ReadSettings>;
  made: readonly MadeSetting[];
  sample: string | null;
  isByPhone: boolean;
};

/** Settings that were read: what is kept openly, what is kept sealed, where they lead, and the address to confirm where there is one. */
export type ReadSettings = {
  config: Record<string, unknown>;
  secrets: Record<string, unknown>;
  leadsTo: string;
  addressToVerify: string | null;
};

/** What each kind of channel is set up with. A kind that is missing here is a type error. */
export const SETTINGS_BY_KIND = {
  email: known(emailSettings),
  sms: known(smsSettings),
  phone: known(phoneSettings),
  slack: known(slackSettings),
  discord: known(discordSettings),
  teams: known(teamsSettings),
  telegram: known(telegramSettings),
  ntfy: known(ntfySettings),
  pushover: known(pushoverSettings),
  pagerduty: known(pagerdutySettings),
  opsgenie: known(opsgenieSettings),
  webhook: known(webhookSettings),
} satisfies { [Kind in ChannelKind]: KindOfChannel };

/** The settings of a kind; null where there is no such kind. */
export function settingsOfKind(kind: string): KindOfChannel | null {
  return Object.hasOwn(SETTINGS_BY_KIND, kind) ? SETTINGS_BY_KIND[kind as ChannelKind] : null;
}

function known<Kind extends ChannelKind, Settings extends object>(settings: ChannelSettings<Kind, Settings>): KindOfChannel {
  const { kind, label, about, fields, schema, made = [], sample = null, isByPhone = false } = settings;
  const secretNames = new Set([
    ...fields.flatMap(({ type, name }) => (type === "secret" ? [name] : [])),
    ...made.flatMap(({ name, former }) => [name, former]),
  ]);
  const split = (all: Settings): ReadSettings => {
    const entries = Object.entries(all).filter(([, value]) => value !== undefined);
    return {
      config: Object.fromEntries(entries.filter(([name]) => !secretNames.has(name))),
      secrets: Object.fromEntries(entries.filter(([name]) => secretNames.has(name))),
      leadsTo: settings.leadsTo(all),
      addressToVerify: settings.addressToVerify?.(all) ?? null,
    };
  };
  return { kind, label, about, fields, made, sample, isByPhone, read: (values) => schema.transform(split).safeParse(values) };
}
