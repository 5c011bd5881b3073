import { z } from "zod";
import { hostSchema } from "../monitor/host.ts";
import { domainTyped } from "./domain-typed.ts";

const ENTER_DOMAIN = "Enter a domain, such as example.com.";

/** A domain as its owner types it, in A-labels: a name of two labels or more. An address cannot be proved. */
export const domainSchema = z
  .string()
  .transform(domainTyped)
  .refine((domain) => domain !== "", { message: ENTER_DOMAIN, abort: true })
  .pipe(hostSchema)
  .refine((domain) => domain.includes(".") && !/^[\d.]+$|:/.test(domain), ENTER_DOMAIN);
