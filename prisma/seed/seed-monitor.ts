import type { PoolClient } from "pg";
import { replyNumber } from "#core/check/reply.ts";
import type { Status } from "#core/check/status.ts";
import { DEFAULT_POLICY } from "#core/monitor/monitor.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { sealSecret } from "#db/secret/seal-secret.ts";
import { BAD_DIALOGUES } from "./dialogues/bad-dialogues.ts";
import type { SeededDialogue } from "./dialogues/dialogue.ts";
import { goodDialogue } from "./dialogues/good.ts";
import { pastChanges } from "./history.ts";
import { INTERVAL_S, seededTarget, type SeededMonitor } from "./monitors.ts";
import type { Random } from "./random.ts";
import { seedIncidents } from "./seed-incidents.ts";
import { seedMailflowRuns } from "./seed-mailflow-runs.ts";
import { seedResults } from "./seed-results.ts";
import { seedSeen } from "./seed-seen.ts";
import { seedTranscript } from "./seed-transcript.ts";

/** Who the monitor belongs to and where and when it is seeded; `now` is epoch milliseconds. */
export type Ground = { teamId: number; userId: number; channelId: number; locationId: number; now: number };

const DAY_MS = 86_400_000;
const DEFAULT_AGE_S = 120 * 86_400;

/** Makes one monitor with ninety days behind it. Only a detailed one has results, rollups and transcripts. */
export async function seedMonitor(
  client: PoolClient,
  ground: Ground,
  wish: SeededMonitor,
  random: Random,
  isDetailed: boolean,
): Promise<void> {
  const { now } = ground;
  const createdAt = now - (wish.ageS ?? DEFAULT_AGE_S) * 1_000;
  const since = now - wish.sinceS * 1_000;
  const good = goodDialogue(seededTarget(wish), now);
  const dialogue = wish.bad ? BAD_DIALOGUES[wish.bad](wish.host, now) : good;
  const monitorId = await insertMonitor(client, ground, wish, createdAt);

  const past = since - createdAt < DAY_MS ? [] : pastChanges(random, Math.max(createdAt, now - 100 * DAY_MS), since);
  const isNew = wish.status === "unknown" && past.length === 0;
  const last = { at: since, from: past.at(-1)?.to ?? "unknown", to: wish.status, reason: dialogue.reason?.code ?? null } as const;
  const changes = isNew || last.from === last.to ? past : [...past, last];
  for (const change of changes) {
    await client.query(
      `insert into transition (monitor_id, at, confirmed_at, "from", "to", reason, slot_at, location_id) values ($1, $2, $3, $4, $5, $6, $2, $7)`,
      [monitorId, new Date(change.at), new Date(change.at + 20_000), change.from, change.to, change.reason, ground.locationId],
    );
  }
  const slotAt = new Date(Math.floor(now / 1_000) * 1_000 - (wish.silentS ?? 8) * 1_000);
  const goodSlotAt = new Date(Math.min(since, slotAt.getTime()) - 60_000);
  const shown = wish.before
    ? { dialogue: BAD_DIALOGUES[wish.before](wish.host, now), slotAt: new Date(slotAt.getTime() - 10_000) }
    : { dialogue, slotAt };
  const incidentId = await seedIncidents(client, ground, wish, { monitorId, changes, ...shown });
  await insertHealth(client, monitorId, wish, { since, dialogue, slotAt, goodSlotAt, incidentId, isNew });
  if (!isDetailed || isNew) return;
  if (wish.script !== undefined) await seedMailflowRuns(client, ground, monitorId, random);
  await seedTranscript(client, ground, monitorId, good, goodSlotAt, null);
  if (wish.bad) await seedTranscript(client, ground, monitorId, dialogue, slotAt, goodSlotAt);
  if (wish.before) await seedTranscript(client, ground, monitorId, shown.dialogue, shown.slotAt, goodSlotAt);
  await seedSeen(client, ground, wish, monitorId, { dialogue, good });
  await seedResults(client, ground, random, { monitorId, changes, dialogue, good, createdAt, until: slotAt.getTime() });
}

async function insertMonitor(client: PoolClient, ground: Ground, wish: SeededMonitor, createdAt: number): Promise<number> {
  const target = seededTarget(wish);
  const { timeLimitS, confirmations, incidentFrom, tellOf } = { ...DEFAULT_POLICY, ...wish.policy };
  const { rows } = await client.query<{ id: number }>(
    `with made as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations, incident_from, tell_of,
         paused_at, created_at)
       values ($1, $2, $13, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id
     ), told as (
       insert into monitor_channel (monitor_id, channel_id) select id, $12 from made
     )
     select id from made`,
    [
      ground.teamId,
      wish.name,
      target,
      targetHash(wish.host),
      INTERVAL_S,
      timeLimitS,
      confirmations,
      incidentFrom,
      tellOf,
      wish.status === "paused" ? new Date(ground.now - wish.sinceS * 1_000) : null,
      new Date(createdAt),
      ground.channelId,
      target.kind,
    ],
  );
  const monitorId = rows[0]!.id;
  if (wish.secret !== undefined) {
    const sealed = sealSecret({ teamId: ground.teamId, monitorId }, wish.secret);
    await client.query("update monitor set secret = $2 where id = $1", [monitorId, sealed]);
  }
  return monitorId;
}

type Now = { since: number; dialogue: SeededDialogue; slotAt: Date; goodSlotAt: Date; incidentId: number | null; isNew: boolean };

async function insertHealth(client: PoolClient, monitorId: number, wish: SeededMonitor, now: Now): Promise<void> {
  const { dialogue, isNew } = now;
  const lastStatus: Status | null = isNew ? null : dialogue.status;
  const lastMs = isNew ? null : Math.round(dialogue.stages.reduce((sum, { ms }) => sum + ms, 0));
  await client.query(
    `insert into health (monitor_id, status, reason, since, last_slot_at, last_status, last_reason, last_reply_code, last_ms, good_slot_at,
       incident_id, revision, retry_at, login_refused_revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13)`,
    [
      monitorId,
      wish.status,
      dialogue.reason?.code ?? null,
      new Date(now.since),
      isNew ? null : now.slotAt,
      lastStatus,
      dialogue.reason?.code ?? null,
      replyNumber(dialogue.reason?.reply),
      lastMs,
      isNew ? null : now.goodSlotAt,
      now.incidentId,
      dialogue.retryAt === undefined ? null : new Date(dialogue.retryAt),
      dialogue.reason?.code === "auth.stopped" ? 1 : null,
    ],
  );
}
