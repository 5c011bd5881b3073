import type { Reason } from "../reason.ts";

/** Where a reason most likely comes from. `ours` is trouble of our own, which says nothing about the server. */
export type Cause = "network" | "resources" | "configuration" | "blocklisting" | "ours";

/**
 * What is known about one reason, before the facts of a case are filled in. `headline` is for a list row; `plain` is for a person
 * who is no mail administrator, `expert` for one who is. In `next`, `{host}`, `{port}` and `{tls}` stand for the target's.
 */
export type Entry = {
  cause: Cause | ((reason: Reason) => Cause);
  headline: string;
  plain: string;
  expert: string;
  next: readonly string[];
  rfc: string | null;
};
