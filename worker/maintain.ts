import { keepMaintenance } from "#db/maintenance/keep-maintenance.ts";
import { clock } from "./clock.ts";
import type { Duty } from "./duties.ts";

/** What the leader does about maintenance: monitors enter and leave it, at its own instants, however late this runs. */
export function maintainDuty(): Duty {
  return {
    name: "monitors entered or left maintenance",
    everyMs: 1_000,
    run: async () => ({ changes: await keepMaintenance(clock.now()) }),
  };
}
