import type { AuthenticationResults } from "./authentication-results.ts";
import type { ChangedHeaders } from "./changed-headers.ts";
import type { Hop } from "./received.ts";
import type { Signature } from "./signatures.ts";
import type { SpamVerdict } from "./spam-verdict.ts";

/** A hop of a message's way, and how long after the one before it (the first: after it was sent), in ms; null where one of the two does not say. */
export type DelayedHop = Hop & { delayMs: number | null };

/** The methods by which we look ourselves whether a message is from whom it says (RFC 7208, RFC 6376, RFC 7489, RFC 8617). */
export const OWN_METHODS = ["spf", "dkim", "dmarc", "arc"] as const;
export type OwnMethod = (typeof OWN_METHODS)[number];

/** What one method says, as RFC 8601 section 2.7 names it ("pass", "softfail", "temperror"), and what it looked at or what it found wrong. */
export type OwnVerdict = { result: string; detail: string | null };

/**
 * What became of a message. Instants are epoch milliseconds; `delayMs` is from when the first server took it to when it was there, `hops` begin
 * with the first server. `ours` is null where it is not to be told: SPF where no hop says from which public address the message came, the others
 * where it was too large to be fetched whole. `theirs` is what servers wrote into it, the last one first.
 */
export type Arrival = {
  folder: string;
  isJunk: boolean;
  sizeBytes: number;
  sentAt: number;
  arrivedAt: number;
  delayMs: number;
  hops: DelayedHop[];
  ours: Record<OwnMethod, OwnVerdict | null>;
  theirs: AuthenticationResults[];
  spam: SpamVerdict | null;
  headers: ChangedHeaders;
  /** Who signed it; messages that were kept before this was read have none. */
  signatures?: Signature[];
};
