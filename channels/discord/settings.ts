import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

const WEBHOOK = /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]+$/;

/** What a team says to set up a channel of Discord. */
export const discordSettings = settingsOf({
  kind: "discord",
  label: "Discord",
  about: "Messages in a text channel of a server, by a webhook.",
  schema: z.object({
    webhookUrl: z.string().trim().regex(WEBHOOK, "A webhook of Discord looks like https://discord.com/api/webhooks/123456/abcdef."),
  }),
  fields: [
    {
      name: "webhookUrl",
      label: "Webhook URL",
      hint: "Edit channel, Integrations, Webhooks, Copy Webhook URL. Forum channels cannot be written to.",
      type: "secret",
    },
  ],
  leadsTo: () => "a text channel, by a webhook",
});
export type DiscordSettings = SettingsOf<typeof discordSettings>;
