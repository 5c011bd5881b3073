import { z } from "zod";
import { canonicalAddress } from "../check/address-class.ts";

/** An IPv4 or IPv6 address in its canonical spelling (RFC 5952). */
export const addressSchema = z
  .string()
  .trim()
  .transform((text, context) => {
    const address = canonicalAddress(text);
    if (address === null) context.addIssue({ code: "custom", message: `“${text.slice(0, 45)}” is no IP address.` });
    return address ?? z.NEVER;
  });
