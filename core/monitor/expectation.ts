import { z } from "zod";

const text = z.string().trim().min(1, "Enter the text.").max(200, "The text has at most 200 characters.");

/** An EHLO keyword, perhaps with one parameter: "STARTTLS", "AUTH PLAIN" (RFC 5321 section 4.1.1.1). */
const capability = z
  .string()
  .transform((keyword) => keyword.trim().toUpperCase().replace(/\s+/g, " "))
  .refine((keyword) => /^[A-Z0-9][A-Z0-9-]*( [\x21-\x7e]+)?$/.test(keyword), "A capability looks like STARTTLS or AUTH PLAIN.");

/** A capability of IMAP or POP3, perhaps with one parameter: "IDLE", "AUTH=PLAIN", "SASL PLAIN" (RFC 9051 section 7.2.2, RFC 2449 section 4). */
const mailboxCapability = z
  .string()
  .transform((keyword) => keyword.trim().toUpperCase().replace(/\s+/g, " "))
  .refine((keyword) => /^[\x21-\x7e]+( [\x21-\x7e]+)?$/.test(keyword), "A capability looks like IDLE or AUTH=PLAIN.");

const CODE = "A reply code has three digits.";

const several = (keyword: typeof capability) => z.array(keyword).max(20, "There can be at most 20 capabilities.");
const capabilities = several(capability);
const mailboxCapabilities = several(mailboxCapability);

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

/** The same of a server of IMAP or POP3. `offers` and `offersNot` are judged by what is offered before the login. */
export const mailboxExpectationSchema = z.object({
  banner: text.optional(),
  offers: mailboxCapabilities.optional(),
  offersNot: mailboxCapabilities.optional(),
  offersNotInClear: mailboxCapabilities.optional(),
});
