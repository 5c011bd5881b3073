import { z } from "zod";
import { addressSchema } from "../monitor/address.ts";
import { ehloNameSchema, portSchema } from "../monitor/host.ts";
import { domainSchema } from "./domain-form.ts";
import { DOMAIN_TESTS } from "./domain-tests.ts";

/** The most of each that a domain monitor is told of. */
export const MOST_SELECTORS = 20;
export const MOST_SENDERS = 20;

/** A DKIM selector: one or more labels under `_domainkey` (RFC 6376 section 3.1). */
const selectorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(63, "A DKIM selector has at most 63 characters.")
  .regex(
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/,
    "A DKIM selector is a name such as “mail” or “s1”.",
  );

function eachOnce(names: string[]): string[] {
  return [...new Set(names)];
}

/**
 * What a `domain` monitor watches: all that decides whether mail to and from a domain moves. `host` is the domain, in A-labels; `port` is where
 * its mail servers listen, 25 for the world. `selectors` are the names of its DKIM keys, `senders` the addresses that its mail leaves from.
 */
export const domainTargetSchema = z.object({
  kind: z.literal("domain"),
  host: domainSchema,
  port: portSchema.default(25),
  ehloName: ehloNameSchema,
  selectors: z
    .array(selectorSchema)
    .max(MOST_SELECTORS, `Name at most ${MOST_SELECTORS} DKIM selectors.`)
    .transform(eachOnce)
    .default([]),
  senders: z
    .array(addressSchema)
    .max(MOST_SENDERS, `Name at most ${MOST_SENDERS} sending addresses.`)
    .transform(eachOnce)
    .default([]),
  tests: z.array(z.enum(DOMAIN_TESTS)).default([]),
});
export type DomainTarget = z.infer<typeof domainTargetSchema>;
