import type { PoolClient } from "pg";
import { jsonb } from "../jsonb.ts";
import type { HealthRow } from "./health-row.ts";

const instant = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at).toISOString());

/** Writes health back that this transaction has locked. */
export async function writeHealth(client: PoolClient, rows: readonly HealthRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-health",
    text: `update health set status = row.status::health_status, reason = row.reason, since = row.since,
        contrary_status = row.contrary_status::status, contrary_reason = row.contrary_reason, contrary_count = row.contrary_count,
        contrary_since = row.contrary_since, last_slot_at = coalesce(row.last_slot_at, health.last_slot_at), last_status = row.last_status::status,
        last_reason = row.last_reason, last_reply_code = row.last_reply_code, last_ms = row.last_ms, good_slot_at = row.good_slot_at,
        incident_id = row.incident_id, revision = row.revision, retry_at = row.retry_at, starttls_revision = row.starttls_revision,
        login_refused_revision = row.login_refused_revision, seen_hash = row.seen_hash,
        contrary_all_count = row.contrary_all_count, contrary_all_since = row.contrary_all_since,
        contrary_unsure_count = row.contrary_unsure_count, contrary_unsure_since = row.contrary_unsure_since, votes = row.votes,
        flapping_since = row.flapping_since, turned_at = row.turned_at::timestamptz[]
      from unnest($1::int[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::int[], $8::timestamptz[],
          $9::timestamptz[], $10::text[], $11::text[], $12::smallint[], $13::int[], $14::timestamptz[], $15::int[], $16::int[],
          $17::timestamptz[], $18::int[], $19::int[], $20::int[], $21::int[], $22::timestamptz[],
          $23::int[], $24::timestamptz[], $25::jsonb[], $26::timestamptz[], $27::text[])
        as row (monitor_id, status, reason, since, contrary_status, contrary_reason, contrary_count, contrary_since,
          last_slot_at, last_status, last_reason, last_reply_code, last_ms, good_slot_at, incident_id, revision,
          retry_at, starttls_revision, login_refused_revision, seen_hash, contrary_all_count, contrary_all_since,
          contrary_unsure_count, contrary_unsure_since, votes, flapping_since, turned_at)
      where health.monitor_id = row.monitor_id`,
    values: [
      rows.map((row) => row.monitorId),
      rows.map(({ health }) => health.status),
      rows.map(({ health }) => health.reason),
      rows.map(({ health }) => instant(health.since)),
      rows.map(({ health }) => health.contrary?.status ?? null),
      rows.map(({ health }) => health.contrary?.reason ?? null),
      rows.map(({ health }) => health.contrary?.count ?? 0),
      rows.map(({ health }) => instant(health.contrary?.since)),
      rows.map(({ health }) => instant(health.lastSlotAt)),
      rows.map(({ latest }) => latest?.status ?? null),
      rows.map(({ latest }) => latest?.reason ?? null),
      rows.map(({ latest }) => latest?.replyCode ?? null),
      rows.map(({ latest }) => latest?.ms ?? null),
      rows.map((row) => instant(row.goodSlotAt)),
      rows.map((row) => row.incidentId),
      rows.map((row) => row.checkedRevision),
      rows.map(({ health }) => instant(health.retryAt)),
      rows.map((row) => row.starttlsRevision),
      rows.map((row) => row.loginRefusedRevision),
      rows.map((row) => row.seenHash),
      rows.map(({ health }) => health.contrary?.all.count ?? 0),
      rows.map(({ health }) => instant(health.contrary?.all.since)),
      rows.map(({ health }) => health.contrary?.unsure?.count ?? 0),
      rows.map(({ health }) => instant(health.contrary?.unsure?.since)),
      rows.map(({ health }) => (health.contrary?.votes ? jsonb(health.contrary.votes) : null)),
      rows.map(({ flapping }) => instant(flapping.since)),
      rows.map(({ flapping }) => `{${flapping.turnedAt.map(instant).join(",")}}`), // arrays in an array: as PostgreSQL writes one
    ],
  });
}
