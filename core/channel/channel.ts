import { z } from "zod";

/** The kinds of road a message can take. */
export const CHANNEL_KINDS = [
  "email",
  "sms",
  "phone",
  "slack",
  "discord",
  "teams",
  "telegram",
  "ntfy",
  "pushover",
  "pagerduty",
  "opsgenie",
  "webhook",
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** An e-mail address as people have them: one `@`, no spaces, no quotes, ASCII. Kept in lower case: one mailbox, one spelling. */
export const emailAddressSchema = z
  .string()
  .transform((address) => address.trim().toLowerCase())
  .superRefine((address, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    if (address === "") return complain("Enter an e-mail address.");
    if (/\s/.test(address)) return complain("An e-mail address has no spaces.");
    if (address.length > 254) return complain("An e-mail address has at most 254 characters.");
    if (!z.email().safeParse(address).success) complain("This is not an e-mail address.");
  });
