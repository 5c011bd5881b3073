import { startPolicy, type Policy } from "./policy.ts";

/** A policy that greylists: a client, sender and recipient that come together for the first time have to come again later. */
export type Greylist = Policy & {
  /** Takes those for patient who came with this sender so far. */
  letIn: (sender: string) => void;
};

/** Starts one. `action` is what it answers somebody who has to wait, as in access(5), such as `DEFER_IF_PERMIT 4.7.1 Greylisted`. */
export async function startGreylist(action: string): Promise<Greylist> {
  const waiting = new Set<string>();
  const known = new Set<string>();
  const answer = (request: ReadonlyMap<string, string>) => {
    const triplet = ["sender", "client_address", "recipient"].map((attribute) => request.get(attribute)).join(" ");
    if (known.has(triplet)) return "DUNNO";
    waiting.add(triplet);
    return action;
  };
  const policy = await startPolicy(answer);
  return {
    ...policy,
    letIn: (sender) => [...waiting].filter((triplet) => triplet.startsWith(`${sender} `)).forEach((triplet) => known.add(triplet)),
  };
}
