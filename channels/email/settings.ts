import { z } from "zod";
import { emailAddressSchema } from "#core/channel/channel.ts";
import { settingsOf, type SettingsOf } from "../settings.ts";

/** What a team says to set up an e-mail channel: the one address it leads to. */
export const emailSettings = settingsOf({
  kind: "email",
  label: "E-mail",
  about: "A mail to one address.",
  schema: z.object({ address: emailAddressSchema }),
  fields: [
    {
      name: "address",
      label: "E-mail address",
      hint: "Best one whose mail does not pass through the servers you watch.",
      type: "email",
    },
  ],
  leadsTo: ({ address }) => address,
  addressToVerify: ({ address }) => address,
});
export type EmailSettings = SettingsOf<typeof emailSettings>;
