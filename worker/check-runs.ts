import type { DueCheck } from "#db/schedule/due-check.ts";
import type { ClaimedTrial } from "#db/trial/claim-trials.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import type { BlocklistRuns } from "./blocklist-runs.ts";
import type { DomainRuns } from "./domain-runs.ts";
import type { MailflowRuns } from "./mailflow-runs.ts";

/** Who keeps what a check needs to know of earlier ones, and what it finds: nobody, for most. */
export type Keeping = Pick<ProbeOptions, "run" | "blocklist" | "selectors" | "stsBefore">;

/** What checks and trials are kept with. `over` where a check has nothing left to do, or what it found could not be written down. */
export type CheckRuns = {
  ofCheck(check: DueCheck, isUrgent: boolean): Promise<Keeping | "over">;
  ofTrial(trial: ClaimedTrial): Promise<Keeping>;
};

type Means = { mailflow: MailflowRuns; blocklists: BlocklistRuns; domains: DomainRuns };

/** One for all kinds of monitor, each with its own. */
export function createCheckRuns({ mailflow, blocklists, domains }: Means): CheckRuns {
  return {
    ofCheck: async (check, isUrgent) => {
      const [run, blocklist] = [await mailflow.ofCheck(check), await blocklists.ofCheck(check, isUrgent)];
      const stsBefore = await domains.policyBefore(check);
      if (run === "over" || blocklist === "over" || stsBefore === "over") return "over";
      return { run, blocklist, selectors: await domains.selectorsOf(check), stsBefore };
    },
    ofTrial: async (trial) => ({
      run: await mailflow.ofTrial(trial),
      blocklist: await blocklists.ofTrial(trial),
      selectors: await domains.selectorsOf(trial),
    }),
  };
}
