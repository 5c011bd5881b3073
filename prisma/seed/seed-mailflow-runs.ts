import type { PoolClient } from "pg";
import { INTERVAL_S } from "./monitors.ts";
import type { Random } from "./random.ts";
import type { Ground } from "./seed-monitor.ts";

const EVERY_MS = INTERVAL_S * 1_000;
const RUNS = (30 * 86_400) / INTERVAL_S;

/** A month of runs of a script: a few of their messages got lost, and some were taken for junk. */
export async function seedMailflowRuns(
  client: PoolClient,
  { teamId, now }: Ground,
  monitorId: number,
  random: Random,
): Promise<void> {
  const runs = Array.from({ length: RUNS }, (_, index) => {
    const sentAt = Math.floor(now / EVERY_MS) * EVERY_MS - (index + 1) * EVERY_MS;
    const delayMs = 1_500 + random() * 6_000 + (random() < 0.04 ? 120_000 * random() : 0);
    const isLost = random() < 0.008;
    return { token: tokenOf(monitorId, index), sentAt, arrivedAt: isLost ? null : sentAt + delayMs, isJunk: random() < 0.03 };
  });
  await client.query(
    `insert into mailflow_run (token, team_id, monitor_id, slot_at, sent_at, outcome, recipients, found_at, arrived_at, folder, is_junk)
     select token, $1, $2, sent_at, sent_at, 'accepted', '{reader@example.org}', arrived_at, arrived_at,
       case when arrived_at is not null then case when is_junk then 'Junk' else 'INBOX' end end,
       case when arrived_at is not null then is_junk end
     from unnest($3::text[], $4::timestamptz[], $5::timestamptz[], $6::boolean[]) as run (token, sent_at, arrived_at, is_junk)`,
    [
      teamId,
      monitorId,
      runs.map(({ token }) => token),
      runs.map(({ sentAt }) => new Date(sentAt)),
      runs.map(({ arrivedAt }) => arrivedAt && new Date(arrivedAt)),
      runs.map(({ isJunk }) => isJunk),
    ],
  );
}

function tokenOf(monitorId: number, index: number): string {
  return `seeded${monitorId.toString(36).padStart(9, "0")}${index.toString(36).padStart(10, "0")}`;
}
