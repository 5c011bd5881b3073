import type { PoolClient } from "pg";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { ReasonChange } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { findFailure } from "./find-failure.ts";
import { showFailure } from "./show-failure.ts";

/**
 * Writes into the open incident that the trouble is another one now, and makes it what the incident is about; nobody is told anew. Where it
 * was worse before, that stays what it is about.
 */
export async function noteReason(client: PoolClient, { incidentId }: HealthRow, { check, from, to }: ReasonChange): Promise<void> {
  if (incidentId === null) return;
  const { startedAt, reason, status } = check.result;
  const text = reasonHeadline(to, reason?.reply?.code ?? null);
  await addChangingEvent(client, incidentId, new Date(startedAt), { kind: "reason_changed", from, to, text });
  if (reason?.code !== to) return; // the dialogue of this check would not show it
  const { rowCount } = await client.query("select from incident where id = $1 and status = $2::status", [incidentId, status]);
  if (rowCount === 1) await showFailure(client, incidentId, await findFailure(client, check));
}
