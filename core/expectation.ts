import { z } from "zod";

const text = z.string().trim().min(1, "Enter the text.").max(200, "The text has at most 200 characters.");

/** An EHLO keyword, perhaps with one parameter: "STARTTLS", "AUTH PLAIN" (RFC 5321 section 4.1.1.1). */
const capability = z
  .string()
  .transform((keyword) => keyword.trim().toUpperCase().replace(/\s+/g, " "))
  .refine((keyword) => /^[A-Z0-9][A-Z0-9-]*( [\x21-\x7e]+)?$/.test(keyword), "A capability looks like STARTTLS or AUTH PLAIN.");

const CODE = "A reply code has three digits.";

const capabilities = z.array(capability).max(20, "There can be at most 20 capabilities.");

/**
 * What a server must say, each part only where it is there. Texts are found anywhere, whatever their case. `offers` and `offersNot` are
 * judged by the last EHLO, `offersNotInClear` by the one before TLS. `sizeBytes` is the smallest SIZE that will do (RFC 1870). `fineCodes`
 * are reply codes that end the dialogue well, wherever a refusal would end it badly.
 */
export const expectationSchema = z.object({
  banner: text.optional(),
  ehlo: text.optional(),
  offers: capabilities.optional(),
  offersNot: capabilities.optional(),
  offersNotInClear: capabilities.optional(),
  sizeBytes: z.coerce
    .number({ error: "Enter a number of bytes." })
    .int("Bytes are a whole number.")
    .min(1, "The size is at least 1 byte.")
    .max(Number.MAX_SAFE_INTEGER, "This size is too large.")
    .optional(),
  fineCodes: z
    .array(z.coerce.number({ error: CODE }).int(CODE).min(200, CODE).max(599, CODE))
    .max(20, "There can be at most 20 reply codes.")
    .optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;
