import { z } from "zod";
import { numberText, phoneNumberSchema } from "../phone-provider/phone-number.ts";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** What a team says to be called: the one number. */
export const phoneSettings = settingsOf({
  kind: "phone",
  label: "Phone call",
  about: "A call that says what is wrong; pressing 1 acknowledges it.",
  schema: z.object({ number: phoneNumberSchema("phone") }),
  fields: [{ name: "number", label: "Phone number", hint: "With its country's code, as in +49 30 1234567.", type: "tel" }],
  leadsTo: ({ number }) => numberText(number),
  addressToVerify: ({ number }) => number,
  isByPhone: true,
});
export type PhoneSettings = SettingsOf<typeof phoneSettings>;
