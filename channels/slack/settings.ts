import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

const WEBHOOK = /^https:\/\/hooks\.slack(?:-gov)?\.com\/services\/\w+\/\w+\/\w+$/;
const BOT_TOKEN = /^xoxb-[\w-]{10,200}$/;
/** A channel or a conversation by its id, as in C012AB3CD (https://docs.slack.dev/reference/methods/chat.postMessage). */
const CHANNEL_ID = /^[CGD][A-Z0-9]{5,20}$/;
const SIGNING_SECRET = /^[0-9a-z]{32}$/i;

/**
 * Two ways into Slack, in one kind: an incoming webhook is made with three clicks and leads to one channel, but its messages stand alone; an
 * app with a bot token tells the id of each message, so that a recovery stands in the thread of its outage.
 */
export const slackSettings = settingsOf({
  kind: "slack",
  label: "Slack",
  about: "Messages in a channel of a workspace; with a bot token, what follows stands in the thread.",
  schema: z
    .object({
      way: z.enum(["webhook", "bot"], { error: "Choose a webhook or a bot." }),
      webhookUrl: z.string().trim().optional(),
      botToken: z.string().trim().optional(),
      channelId: z.string().trim().optional(),
      signingSecret: z
        .string()
        .trim()
        .regex(SIGNING_SECRET, "A signing secret has 32 letters and digits; Slack shows it under Basic Information.")
        .optional(),
    })
    .superRefine(({ way, webhookUrl = "", botToken = "", channelId = "" }, context) => {
      const complain = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
      if (way === "webhook" && !WEBHOOK.test(webhookUrl))
        complain("webhookUrl", "A webhook of Slack looks like https://hooks.slack.com/services/T000/B000/XXXX.");
      if (way === "bot" && !BOT_TOKEN.test(botToken)) complain("botToken", "A bot token begins with xoxb-.");
      if (way === "bot" && !CHANNEL_ID.test(channelId))
        complain("channelId", "The id of a channel looks like C012AB3CD; Slack shows it at the end of the channel's details.");
    }),
  fields: [
    {
      name: "way",
      label: "How",
      hint: "A webhook is quicker to make. A bot puts what follows into the thread of the first message.",
      type: "choice",
      choices: { webhook: "Incoming webhook", bot: "Bot token" },
    },
    {
      name: "webhookUrl",
      label: "Webhook URL",
      hint: "In the settings of your app: Incoming Webhooks, Add New Webhook to Workspace.",
      type: "secret",
      onlyWhere: { name: "way", is: "webhook" },
    },
    {
      name: "botToken",
      label: "Bot token",
      hint: "In the settings of your app: OAuth & Permissions. It needs the scope chat:write.",
      type: "secret",
      onlyWhere: { name: "way", is: "bot" },
    },
    {
      name: "channelId",
      label: "Channel id",
      hint: "Of a channel the bot was invited to, such as C012AB3CD.",
      type: "text",
      onlyWhere: { name: "way", is: "bot" },
    },
    {
      name: "signingSecret",
      label: "Signing secret",
      hint:
        "With it, Acknowledge is a button in Slack instead of a link: Basic Information of the app. Under Interactivity & Shortcuts, " +
        "set the Request URL to the address of this dashboard followed by /api/slack.",
      type: "secret",
      isOptional: true,
    },
  ],
  leadsTo: ({ way, channelId }) => (way === "bot" ? `channel ${channelId}, by a bot` : "a channel, by a webhook"),
});
export type SlackSettings = SettingsOf<typeof slackSettings>;
