import { z } from "zod";
import type { ChannelField } from "#core/channel/channel-field.ts";
import type { ChannelKind } from "#core/channel/channel.ts";

/** What a team says to set up a channel of a kind, and how the dashboard asks for it. */
export type ChannelSettings<Kind extends ChannelKind, Settings> = {
  kind: Kind;
  /** What people call it: "Slack". */
  label: string;
  /** One line under its name where a kind is chosen. */
  about: string;
  /** Reads the settings; every message is a sentence for the form. What came out of it can be read again, and comes out the same. */
  schema: z.ZodType<Settings>;
  /** One for each setting, in the order of the form. */
  fields: readonly ChannelField[];
  /** Where it leads, in a few words for lists, without anything that would let somebody else send there. */
  leadsTo(settings: Settings): string;
  /** The address that has to be confirmed by a code before anything else is sent to it, where the kind has one. */
  addressToVerify?(settings: Settings): string;
  /** Whether it goes by the operator's providers for SMS and calls; then the address to verify is a number, of the setting `number`. */
  isByPhone?: boolean;
  /** Secret settings that we make ourselves and show once; they are no fields of the form. */
  made?: readonly MadeSetting[];
  /** What is sent, as an example in text, where somebody has to program what takes it. */
  sample?: string;
};

/**
 * A secret setting that we make: `label` and `hint` are shown beside it. Where it is renewed, the one before counts for a while longer: it is the
 * setting called `former`, a `FormerSecret`.
 */
export type MadeSetting = { name: string; former: string; label: string; hint: string; make: () => string };

/** A secret that was renewed, and until when it counts (ISO 8601). */
export const formerSecretSchema = z.object({ secret: z.string(), until: z.iso.datetime() });
export type FormerSecret = z.infer<typeof formerSecretSchema>;

/** The settings of a kind, their types found out: `export const slackSettings = settingsOf({ kind: "slack", … })`. */
export function settingsOf<Kind extends ChannelKind, Settings>(
  settings: ChannelSettings<Kind, Settings>,
): ChannelSettings<Kind, Settings> {
  return settings;
}

/** What a channel of a kind is set up with: `type SlackSettings = SettingsOf<typeof slackSettings>`. */
export type SettingsOf<Of> = Of extends ChannelSettings<ChannelKind, infer Settings> ? Settings : never;
