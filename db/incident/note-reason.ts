import type { PoolClient } from "pg";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { ReasonChange } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";

/** Writes into the timeline of the open incident that the trouble is another one now. */
export async function noteReason(client: PoolClient, { incidentId }: HealthRow, { check, from, to }: ReasonChange): Promise<void> {
  if (incidentId === null) return;
  const { startedAt, reason } = check.result;
  const text = reasonHeadline(to, reason?.reply?.code ?? null);
  await addChangingEvent(client, incidentId, new Date(startedAt), { kind: "reason_changed", from, to, text });
}
