import { LATENCY_BUCKET_MS, latencyWindowStart, type LatencyTallies } from "#core/latency/latency.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { pool } from "../pool.ts";
import { addUpPacked } from "../rollup/add-up-packed.ts";
import { addedUp, type Tallies } from "../rollup/tallies.ts";
import { tallyTimings } from "../rollup/tally-timings.ts";
import { resultsOf } from "./of-monitor.ts";
import { TIMING_POSITIONS } from "./timing-positions.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An hour is counted when it is over, which may take a while: these last ones are read from the results. */
const UNCOUNTED_MS = 2 * HOUR_MS;

/** What was measured in a stretch of time that begins at `at` (epoch ms): packed as the rollups have it, or counted from results. */
type Piece = { at: number; packed: Uint8Array } | { at: number; tallies: Tallies };

/** What the checks of a team's monitor took, by bucket of a window that ends at `now` (epoch ms). Empty buckets are left out. */
export async function latencySeries(teamId: number, monitorId: number, window: TimeWindow, now: number): Promise<LatencyTallies[]> {
  const { rowCount } = await pool.query("select from monitor where team_id = $1 and id = $2", [teamId, monitorId]);
  if (rowCount === 0) return [];
  const width = LATENCY_BUCKET_MS[window];
  const byBucket = new Map<number, Piece[]>();
  for (const piece of await piecesOf(monitorId, window, now)) {
    const from = Math.floor(piece.at / width) * width;
    const pieces = byBucket.get(from);
    if (pieces) pieces.push(piece);
    else byBucket.set(from, [piece]);
  }
  return [...byBucket].toSorted(([a], [b]) => a - b).map(([at, pieces]) => ({ at, ...named(joined(pieces)) }));
}

function joined(pieces: readonly Piece[]): Tallies {
  const packed = addUpPacked(pieces.flatMap((piece) => ("packed" in piece ? [piece.packed] : [])));
  return addedUp([packed, ...pieces.flatMap((piece) => ("tallies" in piece ? [piece.tallies] : []))]);
}

/** Raw results while they are few, the rollups beyond. */
async function piecesOf(monitorId: number, window: TimeWindow, now: number): Promise<Piece[]> {
  const start = latencyWindowStart(window, now);
  if (window === "1h" || window === "24h") return readResults(monitorId, start, now, LATENCY_BUCKET_MS[window]);
  const raw = Math.max(start, Math.floor(now / HOUR_MS) * HOUR_MS - UNCOUNTED_MS);
  const hours = window === "90d" ? Math.max(start, Math.floor(now / DAY_MS) * DAY_MS - DAY_MS) : start;
  const pieces = await Promise.all([
    readRollups("rollup_day", "day_at", monitorId, start, hours),
    readRollups("rollup_hour", "hour_at", monitorId, hours, raw),
    readResults(monitorId, raw, now, HOUR_MS),
  ]);
  return pieces.flat();
}

async function readResults(monitorId: number, from: number, to: number, width: number): Promise<Piece[]> {
  const { rows } = await pool.query<{ at: number; timings: Uint8Array }>(
    `select (extract(epoch from date_bin($4 * interval '1 ms', r.slot_at, 'epoch')) * 1000)::float8 as at,
       string_agg(r.timings, '\\x00'::bytea) as timings
     from ${resultsOf("$1::int", "$2::timestamptz", "$3::timestamptz")} group by 1`,
    [monitorId, new Date(from), new Date(to), width],
  );
  return rows.map(({ at, timings }) => ({ at, tallies: tallyTimings(timings) }));
}

async function readRollups(table: string, column: string, monitorId: number, from: number, to: number): Promise<Piece[]> {
  if (from >= to) return [];
  const { rows } = await pool.query<{ at: Date; packed: Uint8Array }>(
    `select ${column} as at, tallies as packed from ${table} where monitor_id = $1 and ${column} >= $2 and ${column} < $3`,
    [monitorId, new Date(from), new Date(to)],
  );
  return rows.map(({ at, packed }) => ({ at: at.getTime(), packed }));
}

/** Stages by their names; what only a later version knows is left out. */
function named({ whole, stages }: Tallies): Pick<LatencyTallies, "whole" | "stages"> {
  return {
    whole,
    stages: stages.flatMap((tally, position) => (TIMING_POSITIONS[position] ? [{ stage: TIMING_POSITIONS[position], tally }] : [])),
  };
}
