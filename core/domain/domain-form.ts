import { hostSchema } from "../monitor/host.ts";

/** A domain as its owner types it: a name of two labels or more. An address cannot be proved. */
export const domainSchema = hostSchema.refine(
  (domain) => domain.includes(".") && !/^[\d.]+$|:/.test(domain),
  "Enter a domain, such as example.com.",
);
