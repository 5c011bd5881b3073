import { z } from "zod";
import { numberText, phoneNumberSchema } from "../phone-provider/phone-number.ts";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** What a team says to be told by SMS: the one number. */
export const smsSettings = settingsOf({
  kind: "sms",
  label: "SMS",
  about: "A text to a mobile phone, with a link to say that you have it.",
  schema: z.object({ number: phoneNumberSchema("sms") }),
  fields: [{ name: "number", label: "Mobile number", hint: "With its country's code, as in +49 1512 3456789.", type: "tel" }],
  leadsTo: ({ number }) => numberText(number),
  addressToVerify: ({ number }) => number,
  isByPhone: true,
});
export type SmsSettings = SettingsOf<typeof smsSettings>;
