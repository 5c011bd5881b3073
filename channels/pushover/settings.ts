import { z } from "zod";
import { settingsOf, type SettingsOf } from "../settings.ts";

const KEY = /^[A-Za-z0-9]{30}$/;

/** What a team says to set up Pushover: its own application, and whom it writes to. */
export const pushoverSettings = settingsOf({
  kind: "pushover",
  label: "Pushover",
  about: "Push messages to your devices; if wished, an outage rings until somebody confirms it.",
  schema: z.object({
    userKey: z.string().trim().regex(KEY, "A user or group key has 30 letters and digits."),
    appToken: z.string().trim().regex(KEY, "An API token has 30 letters and digits."),
    urgency: z.enum(["high", "normal", "emergency"], { error: "Choose how an outage is told." }),
    device: z
      .string()
      .trim()
      .regex(/^[\w-]{1,25}(?:,[\w-]{1,25})*$/, "A device has up to 25 letters, digits, - and _; several are separated by commas.")
      .optional(),
  }),
  fields: [
    { name: "userKey", label: "User or group key", hint: "At the top of your dashboard at pushover.net.", type: "secret" },
    {
      name: "appToken",
      label: "API token",
      hint: "Of an application that you make at pushover.net for Ehlowatch.",
      type: "secret",
    },
    {
      name: "urgency",
      label: "Outages",
      hint: "Of an emergency Pushover reminds every minute, for three hours or until somebody confirms it.",
      type: "choice",
      choices: { high: "High: in quiet hours too", normal: "Normal", emergency: "Emergency: until it is confirmed" },
    },
    { name: "device", label: "Device", hint: "Its name; all devices if left empty.", type: "text", isOptional: true },
  ],
  leadsTo: ({ device }) => (device === undefined ? "all devices" : `the device ${device}`),
});
export type PushoverSettings = SettingsOf<typeof pushoverSettings>;
