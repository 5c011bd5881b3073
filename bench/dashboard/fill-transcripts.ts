import type pg from "pg";
import { jsonb } from "#db/jsonb.ts";
import { BAD_DIALOGUES } from "#prisma/seed/dialogues/bad-dialogues.ts";
import type { Ground } from "#prisma/seed/seed-monitor.ts";
import { checksOf } from "./checks-of.ts";

const DAY_MS = 86_400_000;

/** Keeps the dialogue of every check of the team in [from, to) (epoch ms; `from` begins a UTC day) that failed. Returns how many. */
export async function fillTranscripts(
  client: pg.Client,
  { teamId, locationId }: Ground,
  from: number,
  to: number,
): Promise<number> {
  const { reason, stages, facts, warnings, lines } = BAD_DIALOGUES.silent("mx.example.com");
  let kept = 0;
  for (let day = from; day < to; day += DAY_MS) {
    const { rowCount } = await client.query(
      `insert into transcript (monitor_id, slot_at, location_id, status, reason, stages, facts, warnings, lines)
       select id, minute_at + phase, $3, 'down', $5, $6, $7, $8, $9 from ${checksOf.monitors}, ${checksOf.minutes("$1", "$2")}
       where ${checksOf.hasFailed} and id in (select id from monitor where team_id = $4)`,
      [
        new Date(day),
        new Date(Math.min(to, day + DAY_MS)),
        locationId,
        teamId,
        ...[reason, stages, facts, warnings, lines].map(jsonb),
      ],
    );
    kept += rowCount ?? 0;
  }
  return kept;
}
