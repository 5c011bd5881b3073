import type { ChannelKind } from "#core/channel/channel.ts";
import * as discord from "#testing/provider/discord.ts";
import * as ntfy from "#testing/provider/ntfy.ts";
import * as opsgenie from "#testing/provider/opsgenie.ts";
import * as pagerduty from "#testing/provider/pagerduty.ts";
import * as pushover from "#testing/provider/pushover.ts";
import * as slack from "#testing/provider/slack.ts";
import * as teams from "#testing/provider/teams.ts";
import * as telegram from "#testing/provider/telegram.ts";
import * as twilio from "#testing/provider/twilio.ts";
import * as webhook from "#testing/provider/webhook.ts";

/** A channel of each kind as a team would set it up. */
export type Settings = { kind: ChannelKind; values: Record<string, string> };

/** Every provider that is played here: the settings of a channel that leads to it, and where its origins lead instead. */
export async function playProviders(): Promise<{ settings: Settings[]; leads: Record<string, string> }> {
  const signingSecret = webhook.makeSecret();
  const played = await Promise.all([
    slack.playSlack(),
    discord.playDiscord(),
    teams.playTeams(),
    telegram.playTelegram(),
    ntfy.playNtfy(),
    pushover.playPushover(),
    pagerduty.playPagerduty(),
    opsgenie.playOpsgenie(),
    twilio.playTwilio(),
    webhook.playReceiver(signingSecret),
  ]);
  const settings: Settings[] = [
    { kind: "email", values: { address: "on-call@example.org" } },
    { kind: "sms", values: { number: "+49 1512 3456789" } },
    { kind: "phone", values: { number: "+49 30 901820" } },
    { kind: "slack", values: { way: "bot", botToken: slack.BOT_TOKEN, channelId: slack.CHANNEL_ID } },
    { kind: "discord", values: { webhookUrl: discord.WEBHOOK_URL } },
    { kind: "teams", values: { webhookUrl: teams.WEBHOOK_URL } },
    { kind: "telegram", values: { botToken: telegram.BOT_TOKEN, chatId: telegram.CHAT_ID } },
    { kind: "ntfy", values: { serverUrl: "https://ntfy.sh", topic: ntfy.TOPIC, token: ntfy.TOKEN } },
    { kind: "pushover", values: { userKey: pushover.USER_KEY, appToken: pushover.APP_TOKEN, urgency: "high" } },
    { kind: "pagerduty", values: { routingKey: pagerduty.ROUTING_KEY, region: "us" } },
    { kind: "opsgenie", values: { apiKey: opsgenie.API_KEY, site: "us" } },
    { kind: "webhook", values: { url: webhook.WEBHOOK_URL, signingSecret } },
  ];
  return { settings, leads: Object.assign({}, ...played.map(({ context }) => context().leads)) as Record<string, string> };
}
