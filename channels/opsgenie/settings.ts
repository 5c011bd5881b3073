import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** What a team says to set up Opsgenie, or Jira Service Management, which takes the same alerts by the same key from April 2027 on. */
export const opsgenieSettings = settingsOf({
  kind: "opsgenie",
  label: "Opsgenie, Jira Service Management",
  about: "Opens an alert and closes it. Opsgenie ends on 5 April 2027; Jira Service Management goes on.",
  schema: z.object({
    apiKey: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{20,100}$/, "An API key looks like eb243592-faa2-4ba2-a551-1afdf565c889."),
    site: z.enum(["us", "eu", "jsm"], { error: "Choose where your alerts are." }),
  }),
  fields: [
    {
      name: "apiKey",
      label: "API key",
      hint: "Of an integration of the type API, with the right to create and update.",
      type: "secret",
    },
    {
      name: "site",
      label: "Where",
      hint: "What has moved to Jira Service Management takes its alerts there, with the same key.",
      type: "choice",
      choices: { us: "Opsgenie", eu: "Opsgenie in the EU", jsm: "Jira Service Management" },
      bindsSecret: true,
    },
  ],
  leadsTo: ({ site }) => ({ us: "Opsgenie", eu: "Opsgenie (EU)", jsm: "Jira Service Management" })[site],
});
export type OpsgenieSettings = SettingsOf<typeof opsgenieSettings>;
