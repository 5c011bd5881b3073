import type { DnsList } from "../dns-list.ts";
import { BEHAVIOURS } from "./behaviours.ts";
import { COMMUNITIES } from "./communities.ts";
import { DOMAINS } from "./domains.ts";
import { KEYED } from "./keyed.ts";
import { SENDERS } from "./senders.ts";
import { SPAMHAUS } from "./spamhaus.ts";

/**
 * The lists that we know, the heaviest of a kind first. What is not here any more: SORBS (ended in June 2024), NiX Spam (January 2025), WPBL, LashBack's
 * UBL (offline since 2024), inps.de (2020), JustSpam, and what ended long before (AHBL, NJABL, ORDB, DSBL). Of GBUdb Truncate and Hostkarma some say that
 * they have ended and others that they answer: the test of a list decides, as for every other.
 */
export const CATALOGUE: readonly DnsList[] = [...SPAMHAUS, ...SENDERS, ...COMMUNITIES, ...BEHAVIOURS, ...DOMAINS, ...KEYED];
