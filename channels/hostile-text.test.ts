import { expect, onTestFinished, test } from "vitest";
import type { ChannelKind } from "#core/channel/channel.ts";
import { startMailReceiver } from "#testing/mail-receiver.ts";
import { printFigure } from "#testing/print-figure.ts";
import * as discord from "#testing/provider/discord.ts";
import { hostileMessage, HOSTILE_TEXTS } from "#testing/provider/messages.ts";
import * as ntfy from "#testing/provider/ntfy.ts";
import * as opsgenie from "#testing/provider/opsgenie.ts";
import * as pagerduty from "#testing/provider/pagerduty.ts";
import type { ProviderRequest } from "#testing/provider/play-provider.ts";
import * as pushover from "#testing/provider/pushover.ts";
import { sendContext } from "#testing/provider/send-context.ts";
import * as slack from "#testing/provider/slack.ts";
import * as teams from "#testing/provider/teams.ts";
import * as telegram from "#testing/provider/telegram.ts";
import * as twilio from "#testing/provider/twilio.ts";
import * as webhook from "#testing/provider/webhook.ts";
import { sendOn } from "./by-kind.ts";
import type { SendContext } from "./channel.ts";

type Scene = { config: object; context: SendContext; requests: () => unknown[] };
type Played = { context: () => SendContext; asked: ProviderRequest[] };

const SECRET = webhook.makeSecret();

/** Every kind, and a server that is as strict as its reference. What a call says is fetched, and looked at in its own test. */
const SCENES: Record<ChannelKind, () => Promise<Scene>> = {
  sms: async () => over({ number: "+4915123456789" }, await twilio.playTwilio()),
  phone: async () => over({ number: "+4915123456789" }, await twilio.playTwilio()),
  slack: async () => over({ way: "webhook", webhookUrl: slack.WEBHOOK_URL }, await slack.playSlack()),
  discord: async () => over({ webhookUrl: discord.WEBHOOK_URL }, await discord.playDiscord()),
  teams: async () => over({ webhookUrl: teams.WEBHOOK_URL }, await teams.playTeams()),
  telegram: async () => over({ botToken: telegram.BOT_TOKEN, chatId: telegram.CHAT_ID }, await telegram.playTelegram()),
  ntfy: async () => over({ topic: ntfy.TOPIC, token: ntfy.TOKEN }, await ntfy.playNtfy()),
  pushover: async () =>
    over({ userKey: pushover.USER_KEY, appToken: pushover.APP_TOKEN, urgency: "high" }, await pushover.playPushover()),
  pagerduty: async () => over({ routingKey: pagerduty.ROUTING_KEY, region: "us" }, await pagerduty.playPagerduty()),
  opsgenie: async () => over({ apiKey: opsgenie.API_KEY, site: "us" }, await opsgenie.playOpsgenie()),
  webhook: async () => over({ url: webhook.WEBHOOK_URL, signingSecret: SECRET }, await webhook.playReceiver(SECRET)),
  email: byMail,
};

function over(config: object, { context, asked }: Played): Scene {
  const requests = () => asked.map(({ json, body }) => json ?? Object.fromEntries(new URLSearchParams(body)));
  return { config, context: context(), requests };
}

/** A mail counts as its headers by name, the tags of its HTML, and its texts. */
async function byMail(): Promise<Scene> {
  const server = await startMailReceiver();
  onTestFinished(() => server.stop());
  const requests = () =>
    server.received.map(({ raw, mail }) => ({
      headers: raw
        .slice(0, raw.indexOf("\r\n\r\n"))
        .split(/\r\n(?![ \t])/)
        .map((line) => ({ [line.slice(0, line.indexOf(":"))]: "" })),
      tags: (mail.html || "").match(/<[^>]*>/g)!.map((tag) => ({ [tag.replaceAll(/"[^"]*"/g, '""')]: "" })),
      links: [...(mail.html || "").matchAll(/href="([^"]*)"/g)].map(([, url]) => ({ url })),
      subject: mail.subject,
      text: mail.text,
    }));
  return { config: { address: "ops@example.org" }, context: sendContext({ smtpUrls: [server.url] }), requests };
}

/** What a request is made of: the path of every value, and where every link leads. Only texts may differ from one message to another. */
function shapeOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) {
    const leads = /(?:url|href|click|parse|mrkdwn|type|style|format)\w*$/i.test(path) && !path.includes("text");
    return [leads ? `${path} = ${String(value)}` : path];
  }
  return Object.entries(value).flatMap(([key, each]) => shapeOf(each, `${path}/${key}`));
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test.each(Object.entries(SCENES))("by %s, what others wrote adds nothing to a message but text (H53)", async (kind, play) => {
  const { config, context, requests } = await play();
  const channel = { kind: kind as ChannelKind, config, secrets: {} };
  const texts = ["plain words", ...Object.values(HOSTILE_TEXTS)];
  for (const text of texts) expect(await sendOn(channel, hostileMessage(text), context)).toMatchObject({ sent: true });

  const [harmless, ...hostile] = requests();
  expect(hostile).toHaveLength(texts.length - 1);
  for (const request of hostile) {
    expect(shapeOf(request)).toEqual(shapeOf(harmless));
    // No character that moves a cursor, ends a line or reorders a text; the kinds' own line breaks are theirs.
    for (const text of textsOf(request)) expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  }
  printFigure("H53", `${kind}: ${hostile.length} of ${texts.length - 1} hostile texts are text`);
});
