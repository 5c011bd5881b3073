import type { ChannelKind } from "#core/channel/channel.ts";
import type { Message, MonthlyMessage } from "#core/message/message.ts";
import type { Channel, SendContext, SendOutcome } from "./channel.ts";
import { discord } from "./discord/channel.ts";
import { email } from "./email/channel.ts";
import { ntfy } from "./ntfy/channel.ts";
import { opsgenie } from "./opsgenie/channel.ts";
import { pagerduty } from "./pagerduty/channel.ts";
import { phone } from "./phone/channel.ts";
import { pushover } from "./pushover/channel.ts";
import { slack } from "./slack/channel.ts";
import { sms } from "./sms/channel.ts";
import { teams } from "./teams/channel.ts";
import { telegram } from "./telegram/channel.ts";
import { webhook } from "./webhook/channel.ts";
import { hiding, withoutSecrets } from "./without-secrets.ts";

/** A channel as it was stored, its secret settings opened. */
export type StoredChannel = { kind: ChannelKind; config: object; secrets: Readonly<Record<string, unknown>> };

/** A channel whose settings come as they were stored; `code` where it is not a message that is sent but the code that confirms it. */
type Sent = Message | MonthlyMessage | { code: string };
type Road = (channel: StoredChannel, sent: Sent, context: SendContext) => Promise<SendOutcome>;

/** Every kind of channel. A kind that is missing here is a type error. */
const ROADS = {
  email: road(email),
  sms: road(sms),
  phone: road(phone),
  slack: road(slack),
  discord: road(discord),
  teams: road(teams),
  telegram: road(telegram),
  ntfy: road(ntfy),
  pushover: road(pushover),
  pagerduty: road(pagerduty),
  opsgenie: road(opsgenie),
  webhook: road(webhook),
} satisfies { [Kind in ChannelKind]: Road };

/**
 * Sends a message on a channel as it was stored, or the code that confirms its address. Settings that cannot be used are given up with a
 * reason. Whatever the provider says back, no secret of the channel is in the outcome, and no code.
 */
export async function sendOn(channel: StoredChannel, sent: Sent, context: SendContext): Promise<SendOutcome> {
  const take: Road = ROADS[channel.kind];
  const hidden = hiding({ ...channel.secrets, ...("code" in sent && { code: sent.code }) });
  return withoutSecrets(await take(channel, sent, context), hidden);
}

function road<Kind extends ChannelKind, Settings>(kind: Channel<Kind, Settings>): Road {
  return async ({ config, secrets }, sent, context) => {
    const read = kind.settings.schema.safeParse({ ...config, ...secrets });
    if (!read.success) return giveUp(`The channel's settings cannot be read: ${read.error.issues[0]?.message}`);
    if ("code" in sent) return (await kind.sendCode?.(read.data, sent.code, context)) ?? giveUp("Nothing is to be confirmed here.");
    if (sent.kind === "monthly")
      return (await kind.sendMonthly?.(read.data, sent, context)) ?? giveUp("Word of a month is sent by e-mail alone.");
    return kind.send(read.data, sent, context);
  };
}

function giveUp(reason: string): SendOutcome {
  return { sent: false, next: "give-up", reason };
}
