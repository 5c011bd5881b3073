import { z } from "zod";
import { canonicalAddress } from "../check/address-class.ts";
import { domainSchema } from "../domain/domain-form.ts";
import { hostSchema, portSchema } from "../monitor/host.ts";
import { rangeOf } from "./address-range.ts";

/** The most addresses, those within ranges counted, and the most domains that one monitor looks up. */
export const MOST_ADDRESSES = 512;
export const MOST_DOMAINS = 50;

/** What can be on a blocklist: an address, a range of at most 256 IPv4 addresses as `192.0.2.0/24`, or a domain, in the one spelling that counts. */
export const listableSchema = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text, context) => {
    const complain = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const address = canonicalAddress(text);
    if (address !== null) return address;
    const shown = text.slice(0, 60);
    if (text.includes("/")) {
      const range = rangeOf(text);
      return range === null ? complain(`“${shown}” is no range of at most 256 IPv4 addresses, such as 192.0.2.0/24.`) : range.text;
    }
    const domain = domainSchema.safeParse(text);
    return domain.success ? domain.data : complain(`“${shown}” is neither an IP address, nor a range, nor a domain.`);
  });

/**
 * What a `blocklist` monitor looks up: addresses, ranges and domains. `lists` are the ids of the lists that are asked, all that fit where it is
 * left out. `host` is the first entry, which stands for all where there is room for one; `port` is that of DNS.
 */
export const blocklistTargetSchema = z
  .object({
    kind: z.literal("blocklist"),
    host: z.union([hostSchema, z.string().refine((text) => rangeOf(text) !== null)]),
    port: portSchema.default(53),
    entries: z.array(listableSchema).min(1, "Enter at least one address or domain."),
    lists: z.array(z.string().max(60)).min(1, "Choose at least one list.").max(200).optional(),
  })
  .refine(({ entries }) => addressesIn(entries) <= MOST_ADDRESSES, {
    message: `One monitor looks up at most ${MOST_ADDRESSES} addresses.`,
    path: ["entries"],
  })
  .refine(({ entries }) => entries.filter(isDomainEntry).length <= MOST_DOMAINS, {
    message: `One monitor looks up at most ${MOST_DOMAINS} domains.`,
    path: ["entries"],
  });
export type BlocklistTarget = z.infer<typeof blocklistTargetSchema>;

/** Whether an entry is a domain, and neither an address nor a range. */
export function isDomainEntry(entry: string): boolean {
  return canonicalAddress(entry) === null && rangeOf(entry) === null;
}

function addressesIn(entries: readonly string[]): number {
  return entries.reduce((sum, entry) => sum + (rangeOf(entry)?.addresses ?? (isDomainEntry(entry) ? 0 : 1)), 0);
}
