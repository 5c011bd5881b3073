import type { PoolClient } from "pg";
import { replyNumber } from "#core/check/reply.ts";
import { spansOf } from "#core/uptime/uptime.ts";
import { BETWEEN_CHECKS, packTimings } from "#db/result/pack-timings.ts";
import { packTallies } from "#db/rollup/pack-tallies.ts";
import { tallyTimings } from "#db/rollup/tally-timings.ts";
import { BAD_DIALOGUES } from "./dialogues/bad-dialogues.ts";
import type { SeededDialogue } from "./dialogues/dialogue.ts";
import type { SeededChange } from "./history.ts";
import { INTERVAL_S } from "./monitors.ts";
import type { Random } from "./random.ts";
import type { Ground } from "./seed-monitor.ts";

const EVERY_MS = INTERVAL_S * 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type What = {
  monitorId: number;
  changes: readonly SeededChange[];
  dialogue: SeededDialogue;
  good: SeededDialogue;
  createdAt: number;
  until: number;
};

/** A week of results, and rollups of ninety days, that go with a history. */
export async function seedResults(client: PoolClient, ground: Ground, random: Random, what: What): Promise<void> {
  const { monitorId, changes, dialogue, createdAt, until } = what;
  const good = what.good.stages;
  const spans = spansOf(changes, Math.max(createdAt, until - 90 * DAY_MS), until);
  const silent = BAD_DIALOGUES.silent("mx.example.com");
  const slots = Array.from({ length: (7 * DAY_MS) / EVERY_MS }, (_, index) => until - (index + 1) * EVERY_MS);
  const rows = slots.flatMap((slotAt) => {
    const status = spans.find((span) => slotAt >= span.from && slotAt < span.to)?.status;
    if (status === undefined || status === "paused" || status === "maintenance" || status === "unknown") return [];
    const bad = dialogue.status === "down" ? dialogue : silent;
    const timings =
      status === "down" ? bad.stages : good.map(({ stage, ms }) => ({ stage, ms: ms * (0.7 + random() * daily(slotAt)) }));
    const reason = status === "down" ? bad.reason : status === dialogue.status ? dialogue.reason : null;
    return [{ slotAt, status, timings: packTimings(timings), reason: reason?.code ?? null, replyCode: replyNumber(reason?.reply) }];
  });
  await client.query(
    `insert into result (slot_at, monitor_id, status, location_id, late_ms, reply_code, reason, timings)
     select slot_at, $1, status::status, $2, 3, reply_code, reason, timings
     from unnest($3::timestamptz[], $4::text[], $5::int[], $6::text[], $7::bytea[]) as row (slot_at, status, reply_code, reason, timings)
     on conflict do nothing`,
    [
      monitorId,
      ground.locationId,
      rows.map(({ slotAt }) => new Date(slotAt).toISOString()),
      rows.map(({ status }) => status),
      rows.map(({ replyCode }) => replyCode),
      rows.map(({ reason }) => reason),
      rows.map(({ timings }) => timings),
    ],
  );
  const from = Math.max(createdAt, until - 90 * DAY_MS);
  await seedRollups(client, monitorId, "rollup_hour", "hour_at", HOUR_MS, from, good);
  await seedRollups(client, monitorId, "rollup_day", "day_at", DAY_MS, from, good);
}

/** Slower by day than by night. */
function daily(at: number): number {
  return 0.6 + 0.4 * Math.sin((at / DAY_MS) * 2 * Math.PI);
}

async function seedRollups(
  client: PoolClient,
  monitorId: number,
  table: string,
  at: string,
  unitMs: number,
  from: number,
  good: SeededDialogue["stages"],
): Promise<void> {
  const checks = unitMs / EVERY_MS;
  const starts = Array.from(
    { length: Math.ceil((Date.now() - from) / unitMs) },
    (_, index) => Math.floor(from / unitMs + index) * unitMs,
  );
  await client.query(
    `insert into ${table} (monitor_id, ${at}, up, degraded, down, unknown, tallies)
     select $1, start, $2, 0, 0, 0, tallies from unnest($3::timestamptz[], $4::bytea[]) as row (start, tallies) on conflict do nothing`,
    [
      monitorId,
      checks,
      starts.map((start) => new Date(start).toISOString()),
      starts.map((start) => talliesOf(start, checks, good)),
    ],
  );
}

/** What so many good dialogues took, each a little slower than the one before it. */
function talliesOf(start: number, checks: number, good: SeededDialogue["stages"]): Buffer {
  const dialogues = Array.from({ length: checks }, (_, index) =>
    packTimings(
      good.map(({ stage, ms }) => ({ stage, ms: ms * (0.6 + (0.5 * index) / checks + 0.3 * Math.sin(start / 40_000_000)) })),
    ),
  );
  return packTallies(tallyTimings(Buffer.concat(dialogues.flatMap((each) => [each, Buffer.of(BETWEEN_CHECKS)]))));
}
