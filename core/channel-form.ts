import { z } from "zod";
import { emailAddressSchema, type ChannelKind } from "./channel.ts";
import { nameSchema } from "./monitor.ts";

/** The kinds of channel a team can set up today, and what people call them. */
export const OFFERED_CHANNEL_KINDS = { email: "E-mail" } as const satisfies Partial<Record<ChannelKind, string>>;

/** What a team says to set up an e-mail channel. */
export const emailChannelSchema = z.object({ kind: z.literal("email"), name: nameSchema, address: emailAddressSchema });

const channelFormSchema = z.discriminatedUnion("kind", [emailChannelSchema], { error: "Choose a kind of channel." });

/** A channel as its team wants it: `config` is what its kind keeps (the config schema of channels/<kind>). */
export type ChannelDraft = { kind: keyof typeof OFFERED_CHANNEL_KINDS; name: string; config: { address: string } };

/** Reads the fields of the channel form. */
export function parseChannelForm(values: Record<string, string>): z.ZodSafeParseResult<ChannelDraft> {
  return channelFormSchema.transform(({ kind, name, address }) => ({ kind, name, config: { address } })).safeParse(values);
}

/** Where a channel leads, in a few words for a list; what is kept of it may be of a kind that is not offered any more. */
export function channelAddress(config: unknown): string {
  return z.object({ address: z.string() }).safeParse(config).data?.address ?? "";
}
