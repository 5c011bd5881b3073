import { z } from "zod";
import { emailAddressSchema } from "#core/channel.ts";

/** What a team says to set up an e-mail channel: the one address it leads to. */
export const emailConfigSchema = z.object({ address: emailAddressSchema });
export type EmailConfig = z.infer<typeof emailConfigSchema>;
