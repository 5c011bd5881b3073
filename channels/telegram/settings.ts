import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** What a team says to set up a chat of Telegram: its own bot, and where the bot writes. */
export const telegramSettings = settingsOf({
  kind: "telegram",
  label: "Telegram",
  about: "A bot of yours writes to a person, a group or a channel; a recovery answers the first message.",
  schema: z.object({
    botToken: z
      .string()
      .trim()
      .regex(/^\d{5,20}:[\w-]{30,60}$/, "A bot token looks like 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw."),
    chatId: z
      .string()
      .trim()
      .regex(/^(?:-?\d{3,20}|@[A-Za-z]\w{3,31})$/, "A chat is a number such as -1001234567890, or the @name of a public channel."),
    topicId: z
      .string()
      .trim()
      .regex(/^\d{1,10}$/, "A topic is a number.")
      .optional(),
  }),
  fields: [
    { name: "botToken", label: "Bot token", hint: "@BotFather gives it when the bot is made.", type: "secret" },
    {
      name: "chatId",
      label: "Chat id",
      hint: "Add the bot to the group or channel, or write to it first: it may not begin a chat with a person.",
      type: "text",
    },
    {
      name: "topicId",
      label: "Topic",
      hint: "In a group with topics, the number of the one to write to.",
      type: "text",
      isOptional: true,
    },
  ],
  leadsTo: ({ chatId, topicId }) => `chat ${chatId}${topicId === undefined ? "" : `, topic ${topicId}`}`,
});
export type TelegramSettings = SettingsOf<typeof telegramSettings>;
