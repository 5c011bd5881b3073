import { listSelectors } from "#db/mailflow/list-selectors.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import type { ClaimedTrial } from "#db/trial/claim-trials.ts";
import type { Outage } from "./outage.ts";

/** What is known of a domain beside what its monitor says: the DKIM selectors that its team's mail tests were signed with. Undefined for what is no domain. */
export type DomainRuns = {
  selectorsOf(check: Pick<DueCheck | ClaimedTrial, "teamId" | "target">): Promise<string[] | undefined>;
};

/** How this worker knows of domains: by the messages that checks have kept. Where they cannot be read a check does without. */
export function createDomainRuns({ outage }: { outage: Outage }): DomainRuns {
  return {
    selectorsOf: async ({ teamId, target }) => {
      if (target.kind !== "domain") return undefined;
      try {
        return await listSelectors(teamId, target.host);
      } catch (error) {
        outage.failed(error);
        return [];
      }
    },
  };
}
