import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** What a team says to set up a service of PagerDuty. */
export const pagerdutySettings = settingsOf({
  kind: "pagerduty",
  label: "PagerDuty",
  about: "Opens an incident of a service, and resolves it.",
  schema: z.object({
    routingKey: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{32}$/, "An integration key has 32 letters and digits."),
    region: z.enum(["us", "eu"], { error: "Choose a region." }),
  }),
  fields: [
    {
      name: "routingKey",
      label: "Integration key",
      hint: "Of the service: Integrations, Add an integration, Events API V2.",
      type: "secret",
    },
    {
      name: "region",
      label: "Region",
      hint: "EU where your PagerDuty is at eu.pagerduty.com.",
      type: "choice",
      choices: { us: "US", eu: "EU" },
      bindsSecret: true,
    },
  ],
  leadsTo: ({ region }) => (region === "eu" ? "a service (EU)" : "a service"),
});
export type PagerdutySettings = SettingsOf<typeof pagerdutySettings>;
