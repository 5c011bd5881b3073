import type { PoolClient } from "pg";
import { changeMessage } from "#core/change/change-message.ts";
import { DEFAULT_TELL_OF, type Change } from "#core/change/change.ts";
import { noticeChanges, NOTHING_SEEN } from "#core/change/notice-changes.ts";
import { isComparable, isStarttlsOffered, sightingOf } from "#core/change/seen.ts";
import type { CheckResult } from "#core/check/result.ts";
import { addDeliveries } from "#db/delivery/add-deliveries.ts";
import { jsonb } from "#db/jsonb.ts";
import type { SeededDialogue } from "./dialogues/dialogue.ts";
import { seededTarget, type SeededMonitor } from "./monitors.ts";
import type { Ground } from "./seed-monitor.ts";

/** A change to seed, so many seconds ago. */
export type SeededServerChange = { agoS: number; change: Change };

/** What was seen of a monitor's server when it last worked, and the changes that were noticed, the last of them told. */
export async function seedSeen(
  client: PoolClient,
  ground: Ground,
  wish: SeededMonitor,
  monitorId: number,
  { dialogue, good }: { dialogue: SeededDialogue; good: SeededDialogue },
): Promise<void> {
  const { certificate } = dialogue.facts.certificate ? dialogue.facts : good.facts; // one that has ended is the one that was seen
  const seen = isComparable(dialogue) ? dialogue : { ...good, facts: { ...good.facts, certificate } };
  await seedFacts(client, ground, monitorId, seen);
  if (isStarttlsOffered(dialogue)) await client.query("update health set starttls_revision = 1 where monitor_id = $1", [monitorId]);
  const noticed = wish.noticed?.(wish.host, ground.now) ?? [];
  for (const [index, { agoS, change }] of noticed.entries()) {
    const at = Math.floor(ground.now / 1_000 - agoS) * 1_000;
    const { rows } = await client.query<{ changeId: number }>(
      `insert into change (monitor_id, at, slot_at, location_id, aspect, before, after) values ($1, $2, $2, $3, $4, $5, $6)
       returning id as "changeId"`,
      [
        monitorId,
        new Date(at),
        ground.locationId,
        change.aspect,
        change.before === null ? null : jsonb(change.before),
        jsonb(change.after),
      ],
    );
    if (index < noticed.length - 1 || !DEFAULT_TELL_OF.includes(change.aspect)) continue;
    const about = { monitorId, monitorName: wish.name, target: seededTarget(wish), at, changes: [change] };
    const message = changeMessage({ ...about, baseUrl: "http://localhost:3000" });
    const { teamId, channelId } = ground;
    const { changeId } = rows[0]!;
    await addDeliveries(client, [{ teamId, channelId, monitorId, incidentId: null, changeId, kind: message.kind, message }]);
  }
}

async function seedFacts(
  client: PoolClient,
  { now }: Ground,
  monitorId: number,
  { lines, ...seen }: SeededDialogue,
): Promise<void> {
  const result: CheckResult = { ...seen, startedAt: now, durationMs: 0, transcript: lines };
  const { memory } = noticeChanges(NOTHING_SEEN, sightingOf(result), now);
  const { addresses, address, banner, capabilities, tls, certificate } = result.facts;
  const facts = { addresses, address, banner, capabilities, tls, certificate };
  await client.query(
    "insert into seen (monitor_id, revision, at, facts, memory, certificate_ends_at) values ($1, 1, $2, $3, $4, $5)",
    [monitorId, new Date(now), jsonb(facts), jsonb(memory), certificate?.notAfter ?? null],
  );
}
