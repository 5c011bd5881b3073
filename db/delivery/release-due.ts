import type { PoolClient } from "pg";
import { decideRelease } from "#core/message/release.ts";
import { NOW } from "../now.ts";
import { alertPool } from "../pool.ts";
import { readClock } from "../read-clock.ts";
import { inTransaction } from "../transaction.ts";
import { addDigest } from "./add-digest.ts";
import { NOTHING_BEFORE } from "./claimable.ts";
import { loadSent, loadWaiting } from "./load-waiting.ts";
import { READER } from "./reader.ts";

const MOST_READERS = 100;
/** What else waits for a reader is the next digest's. */
const MOST_AT_ONCE = 10_000;

/**
 * Lets out what is due: by itself, or in a digest where its reader gets too much at once. One worker at a time decides for a reader, and what
 * another one decides just now is left to it. All that is decided is written, or nothing. Returns whether there may be more readers to decide for.
 */
export async function releaseDue(): Promise<boolean> {
  const due = await listReaders();
  if (due.length === 0) return false;
  return inTransaction(async (client) => {
    const readers = await lock(client, due);
    const now = await readClock(client); // once they are locked: nothing was released to them after it
    const waiting = await loadWaiting(client, readers);
    const sentAt = await loadSent(client, readers);
    const single: number[] = [];
    for (const [reader, deliveries] of waiting) {
      const release = decideRelease(deliveries.slice(0, MOST_AT_ONCE), sentAt.get(reader) ?? [], now);
      single.push(...release.single);
      if (release.digest) await addDigest(client, release.digest.channelId, release.digest.deliveryIds);
      if (release.wait) await postpone(client, release.wait.deliveryIds, release.wait.until);
    }
    await client.query(
      "update delivery set released_at = now() where id = any($1::int[]) and status = 'pending' and released_at is null",
      [single],
    );
    return due.length === MOST_READERS && readers.length > 0;
  }, alertPool);
}

/**
 * Whom something waits for that is due, those who wait longest first. What waits behind an earlier message is let out after that, and nobody is
 * listed for it.
 */
async function listReaders(): Promise<string[]> {
  const { rows } = await alertPool.query<{ reader: string }>(
    `select ${READER} as reader
     from (select channel_id, next_attempt_at from delivery d
       where status = 'pending' and released_at is null and next_attempt_at <= ${NOW} and ${NOTHING_BEFORE}
       order by next_attempt_at limit $2) as d
       join channel c on c.id = d.channel_id
     group by reader order by min(next_attempt_at) limit $1`,
    [MOST_READERS, MOST_AT_ONCE],
  );
  return rows.map(({ reader }) => reader);
}

/** Those of them that nobody else decides for until this transaction ends. */
async function lock(client: PoolClient, readers: string[]): Promise<string[]> {
  const { rows } = await client.query<{ reader: string }>(
    "select reader from unnest($1::text[]) as reader where pg_try_advisory_xact_lock(hashtextextended('deliveries to ' || reader, 0))",
    [readers],
  );
  return rows.map(({ reader }) => reader);
}

async function postpone(client: PoolClient, deliveryIds: readonly number[], until: number): Promise<void> {
  await client.query(
    `update delivery set next_attempt_at = $2
     where id = any($1::int[]) and status = 'pending' and released_at is null and next_attempt_at < $2`,
    [deliveryIds, new Date(until)],
  );
}
