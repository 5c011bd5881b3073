import { z } from "zod";
import { readHttpUrl } from "#network/http-url.ts";
import { settingsOf, type SettingsOf } from "../settings.ts";

const PUBLIC_SERVER = "https://ntfy.sh";

const serverUrlSchema = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const target = readHttpUrl(text);
    const message =
      typeof target === "string" ? target : target.path === "/" ? null : "The URL of a server of ntfy ends with its name.";
    if (message !== null) context.addIssue({ code: "custom", message });
  })
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text));

/** What a team says to set up a topic of ntfy. Whoever knows a topic may write to it and read it, so it is kept as a secret. */
export const ntfySettings = settingsOf({
  kind: "ntfy",
  label: "ntfy",
  about: "Push messages to everybody who has subscribed to a topic.",
  schema: z.object({
    serverUrl: serverUrlSchema.default(PUBLIC_SERVER),
    topic: z
      .string()
      .trim()
      .regex(/^[\w-]{1,64}$/, "A topic has up to 64 letters, digits, - and _."),
    token: z
      .string()
      .trim()
      .regex(/^tk_\w{10,60}$/, "An access token begins with tk_.")
      .optional(),
  }),
  fields: [
    {
      name: "serverUrl",
      label: "Server",
      hint: `${PUBLIC_SERVER} unless you run your own.`,
      type: "url",
      isOptional: true,
      bindsSecret: true,
    },
    { name: "topic", label: "Topic", hint: "One that nobody guesses: who knows it can read it.", type: "secret" },
    { name: "token", label: "Access token", hint: "Where the topic is protected.", type: "secret", isOptional: true },
  ],
  leadsTo: ({ serverUrl }) => `a topic at ${new URL(serverUrl).host}`,
});
export type NtfySettings = SettingsOf<typeof ntfySettings>;
