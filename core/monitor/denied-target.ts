import ipaddr from "ipaddr.js";
import { z } from "zod";
import { canonicalAddress } from "../check/address-class.ts";
import { rangeKeys } from "../check/address-key.ts";
import { domainSchema } from "../domain/domain-form.ts";

/** A wider range would be a slip of the finger: nobody is given more than that. */
const WIDEST_BITS = { ipv4: 8, ipv6: 16 };
const RANGE = /^[\da-f.:]+\/\d+$/i;

const NO_RANGE = "This is no range of addresses. One looks like 192.0.2.0/24 or 2001:db8::/32.";
const TOO_WIDE = `This range is too wide: at most /${WIDEST_BITS.ipv4} of IPv4 and /${WIDEST_BITS.ipv6} of IPv6.`;

/** An address, a range in CIDR notation or a domain, in its one spelling. */
const targetSchema = z
  .string()
  .trim()
  .transform((text, context) => {
    const complain = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (RANGE.test(text)) return rangeKeys(text) === null ? complain(NO_RANGE) : (rangeText(text) ?? complain(TOO_WIDE));
    const address = canonicalAddress(text);
    if (address !== null) return address;
    const domain = domainSchema.safeParse(text);
    return domain.success
      ? domain.data
      : complain("Enter an address, a range such as 192.0.2.0/24, or a domain such as example.com.");
  });

/** The range with the bits of the host at zero; null where it is too wide. */
function rangeText(range: string): string | null {
  const [literal = "", bits = ""] = range.split("/");
  const family = literal.includes(":") ? "ipv6" : "ipv4";
  if (Number(bits) < WIDEST_BITS[family]) return null;
  const network = (family === "ipv6" ? ipaddr.IPv6 : ipaddr.IPv4).networkAddressFromCIDR(range);
  return `${network.toString()}/${Number(bits)}`;
}

/** What an operator types to have something left alone: the target, and a note for themselves. */
export const deniedTargetSchema = z.object({
  target: targetSchema,
  note: z.string().trim().max(200, "A note has at most 200 characters."),
});
export type DeniedTargetDraft = z.infer<typeof deniedTargetSchema>;
