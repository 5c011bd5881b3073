import type { PoolClient } from "pg";
import type { HealthRow } from "../health/health-row.ts";
import type { FlappingChange, IncidentStep, ReasonChange } from "../result/judge-checks.ts";
import { easeIncident } from "./ease-incident.ts";
import { noteFlapping } from "./note-flapping.ts";
import { noteReason } from "./note-reason.ts";
import { openIncident } from "./open-incident.ts";
import { resolveIncident } from "./resolve-incident.ts";
import { worsenIncident } from "./worsen-incident.ts";

/** Takes a step with the incident of a monitor inside the transaction that caused it; returns the one that is open after it. */
export async function changeIncident(
  client: PoolClient,
  row: HealthRow,
  step: IncidentStep | ReasonChange | FlappingChange,
): Promise<number | null> {
  switch (step.kind) {
    case "open":
      return openIncident(client, row, step);
    case "worsen":
      await worsenIncident(client, row, step);
      return row.incidentId;
    case "ease":
      await easeIncident(client, row, step);
      return row.incidentId;
    case "reason_changed":
      await noteReason(client, row, step);
      return row.incidentId;
    case "flapping_began":
    case "steady_again":
      await noteFlapping(client, row, step);
      return row.incidentId;
    case "resolve":
      await resolveIncident(client, row, step);
      return null;
  }
}
