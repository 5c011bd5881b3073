import type { PoolClient } from "pg";
import { trimTranscript } from "#core/transcript/trim-transcript.ts";
import { jsonb } from "../jsonb.ts";
import type { KeptTranscript } from "./judge-checks.ts";

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Keeps dialogues. */
export async function keepTranscripts(client: PoolClient, transcripts: readonly KeptTranscript[]): Promise<void> {
  if (transcripts.length === 0) return;
  const checks = transcripts.map(({ check }) => check);
  await client.query(
    `insert into transcript (monitor_id, slot_at, location_id, status, reason, stages, facts, warnings, lines, good_slot_at)
     select monitor_id, slot_at, location_id, status::status, reason, stages, facts, warnings, lines, good_slot_at
     from unnest($1::int[], $2::timestamptz[], $3::smallint[], $4::text[], $5::jsonb[], $6::jsonb[], $7::jsonb[], $8::jsonb[], $9::jsonb[],
         $10::timestamptz[])
       as row (monitor_id, slot_at, location_id, status, reason, stages, facts, warnings, lines, good_slot_at)
     on conflict do nothing`,
    [
      checks.map(({ monitorId }) => monitorId),
      checks.map(({ slotAt }) => instant(slotAt)),
      checks.map(({ locationId }) => locationId),
      checks.map(({ result }) => result.status),
      checks.map(({ result }) => (result.reason ? jsonb(result.reason) : null)),
      checks.map(({ result }) => jsonb(result.stages)),
      checks.map(({ result }) => jsonb(result.facts)),
      checks.map(({ result }) => jsonb(result.warnings)),
      checks.map(({ result }) => jsonb(trimTranscript(result.transcript))),
      transcripts.map(({ goodSlotAt }) => instant(goodSlotAt)),
    ],
  );
}
