import type { PoolClient } from "pg";
import type { HealthRow } from "../health/health-row.ts";
import type { FlappingChange, IncidentStep, ReasonChange } from "../result/judge-checks.ts";
import { easeIncident } from "./ease-incident.ts";
import { noteFlapping } from "./note-flapping.ts";
import { noteReason } from "./note-reason.ts";
import { worsenIncident } from "./worsen-incident.ts";

/**
 * Takes a step with the open incident of a monitor inside the transaction that caused it: one after which it goes on. To open and to end one
 * has been done by then, for all of a batch at once (change-incidents.ts).
 */
export async function changeIncident(
  client: PoolClient,
  row: HealthRow,
  step: IncidentStep | ReasonChange | FlappingChange,
): Promise<void> {
  switch (step.kind) {
    case "worsen":
      return worsenIncident(client, row, step);
    case "ease":
      return easeIncident(client, row, step);
    case "reason_changed":
      return noteReason(client, row, step);
    case "flapping_began":
    case "steady_again":
      return noteFlapping(client, row, step);
    case "open":
    case "resolve":
      return; // done
  }
}
