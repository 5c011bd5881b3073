/** Where a reason most likely comes from. `ours` is trouble of our own, which says nothing about the server. */
export type Cause = "network" | "resources" | "configuration" | "blocklisting" | "ours";

/**
 * What is known about one reason, before the facts of a case are filled in. `headline` is for a list row; `plain` is one sentence for a
 * person who is no mail administrator, `expert` one for a person who is. `next` are steps: a sentence, or a command, perhaps after where
 * it is typed ("On the server: df -h"). In all of them stand the placeholders of fill-in.ts. `rfc` names the rule ("RFC 5321 section 4.2").
 */
export type Entry = {
  cause: Cause;
  headline: string;
  plain: string;
  expert: string;
  next: readonly string[];
  rfc: string | null;
};
