import type { ChannelKind } from "#core/channel.ts";
import type { Message } from "#core/message.ts";
import type { Channel, SendContext, SendOutcome } from "./channel.ts";
import { email } from "./email/channel.ts";

/** A channel whose configuration comes as it was stored. */
type Road<Kind extends ChannelKind> = {
  kind: Kind;
  send(config: unknown, message: Message, context: SendContext): Promise<SendOutcome>;
};

/** Every kind of channel; `"later"` is one that cannot be made yet. A kind that is missing here is a type error. */
const ROADS = {
  email: road(email),
  sms: "later",
  phone: "later",
  chat: "later",
  webhook: "later",
} satisfies { [Kind in ChannelKind]: Road<Kind> | "later" };

/** Sends a message on a channel as it was stored. A kind or a configuration that cannot be used is given up with a reason. */
export async function sendOn(
  channel: { kind: ChannelKind; config: unknown },
  message: Message,
  context: SendContext,
): Promise<SendOutcome> {
  const found: Road<ChannelKind> | "later" = ROADS[channel.kind];
  if (found === "later") return { sent: false, next: "give-up", reason: `Channels of the kind ${channel.kind} cannot send yet.` };
  return found.send(channel.config, message, context);
}

function road<Kind extends ChannelKind, Config>(channel: Channel<Kind, Config>): Road<Kind> {
  return {
    kind: channel.kind,
    async send(config, message, context) {
      const read = channel.configSchema.safeParse(config);
      if (!read.success)
        return { sent: false, next: "give-up", reason: `The channel's settings cannot be read: ${read.error.message}` };
      return channel.send(read.data, message, context);
    },
  };
}
