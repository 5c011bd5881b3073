import type { ChannelKind } from "#core/channel.ts";
import type { Message } from "#core/message.ts";
import { Secrets } from "#core/secrets.ts";
import type { Channel, SendContext, SendOutcome } from "./channel.ts";
import { email } from "./email/channel.ts";

/** A channel as it was stored, its secret settings opened. */
export type StoredChannel = { kind: ChannelKind; config: object; secrets: Readonly<Record<string, unknown>> };

/** A channel whose settings come as they were stored. */
type Road = { send(channel: StoredChannel, message: Message, context: SendContext): Promise<SendOutcome> };

/** Every kind of channel; `"later"` is one that cannot be made yet. A kind that is missing here is a type error. */
const ROADS = {
  email: road(email),
  sms: "later",
  phone: "later",
  slack: "later",
  discord: "later",
  teams: "later",
  telegram: "later",
  ntfy: "later",
  pushover: "later",
  pagerduty: "later",
  opsgenie: "later",
  webhook: "later",
} satisfies { [Kind in ChannelKind]: Road | "later" };

/**
 * Sends a message on a channel as it was stored. A kind or settings that cannot be used are given up with a reason. Whatever the provider
 * says back, no secret of the channel is in the outcome.
 */
export async function sendOn(channel: StoredChannel, message: Message, context: SendContext): Promise<SendOutcome> {
  const found: Road | "later" = ROADS[channel.kind];
  if (found === "later") return giveUp(`Channels of the kind ${channel.kind} cannot send yet.`);
  return withoutSecrets(await found.send(channel, message, context), channel.secrets);
}

function road<Kind extends ChannelKind, Settings>(channel: Channel<Kind, Settings>): Road {
  return {
    async send({ config, secrets }, message, context) {
      const read = channel.settings.schema.safeParse({ ...config, ...secrets });
      if (!read.success) return giveUp(`The channel's settings cannot be read: ${read.error.issues[0]?.message}`);
      return channel.send(read.data, message, context);
    },
  };
}

function withoutSecrets(outcome: SendOutcome, secrets: StoredChannel["secrets"]): SendOutcome {
  const hidden = new Secrets(Object.values(secrets).filter((value) => typeof value === "string"));
  const taken = (text: string) => hidden.takenOutOf(text);
  if (!outcome.sent) return { ...outcome, reason: taken(outcome.reason) };
  return { ...outcome, ...(outcome.receipt === undefined ? {} : { receipt: taken(outcome.receipt) }) };
}

function giveUp(reason: string): SendOutcome {
  return { sent: false, next: "give-up", reason };
}
