import type { StsSighting } from "#core/posture/mta-sts.ts";
import { loadStsSighting } from "#db/change/load-sts-sighting.ts";
import { listSelectors } from "#db/mailflow/list-selectors.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import type { ClaimedTrial } from "#db/trial/claim-trials.ts";
import type { Outage } from "./outage.ts";

/**
 * What is known of a domain beside what its monitor says: the DKIM selectors that its team's mail tests were signed with, and the policy for TLS that
 * earlier checks saw, `over` where that could not be read. Undefined for what is no domain.
 */
export type DomainRuns = {
  selectorsOf(check: Pick<DueCheck | ClaimedTrial, "teamId" | "target">): Promise<string[] | undefined>;
  policyBefore(check: DueCheck): Promise<StsSighting | "over" | undefined>;
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
    policyBefore: async ({ target, monitorId, revision }) => {
      if (target.kind !== "domain") return undefined;
      try {
        return await loadStsSighting(monitorId, revision);
      } catch (error) {
        outage.failed(error);
        return "over"; // a policy that nothing is compared with would be taken for the first of its id
      }
    },
  };
}
