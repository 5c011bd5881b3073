import { z } from "zod";

/** What may be wrong with a certificate without the check failing for it: one thing, so that all others still count. */
export const TRUST_EXCEPTIONS = ["untrusted", "name", "expired"] as const;
export type TrustException = (typeof TRUST_EXCEPTIONS)[number];

const PEM = /^(-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

/**
 * How a certificate is judged. `except`: the one thing that does not count (`untrusted` covers self-signed, unknown and incomplete
 * chains). `ca`: authorities in PEM trusted besides the usual ones. `pin`: the SHA-256 fingerprint the certificate must have, in
 * lower-case hex. `warnDays`: days before the end at which the certificate is `expiring` (14 where not given).
 */
export const trustSchema = z.object({
  except: z.enum(TRUST_EXCEPTIONS, { error: "Choose one exception." }).optional(),
  ca: z
    .string()
    .trim()
    .max(65_536, "The authorities have at most 64 KiB.")
    .regex(PEM, "Paste certificates in PEM, from BEGIN CERTIFICATE to END CERTIFICATE.")
    .optional(),
  pin: z
    .string()
    .transform((text) => text.replace(/[\s:]/g, "").toLowerCase())
    .refine((hex) => /^[0-9a-f]{64}$/.test(hex), "A SHA-256 fingerprint has 64 hexadecimal digits.")
    .optional(),
  warnDays: z.coerce
    .number({ error: "Enter a number of days." })
    .int("Days are a whole number.")
    .min(0, "There cannot be fewer than 0 days.")
    .max(365, "There can be at most 365 days.")
    .optional(),
});
export type Trust = z.infer<typeof trustSchema>;
