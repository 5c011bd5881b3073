import type { PoolClient } from "pg";
import type { ChannelKind } from "#core/channel/channel.ts";
import type { MessageKind } from "#core/message/message.ts";
import { isCounted, type WaitingDelivery } from "#core/message/release.ts";
import { STORM_WINDOW_MS } from "#core/message/storm.ts";
import { NOW } from "../now.ts";
import { HOLDS_UP } from "./claimable.ts";
import { THEIR_CHANNELS } from "./reader.ts";

/**
 * What waits to be let out for each of some readers, oldest first: what is due, and what failed before and may go along. What an earlier message
 * about the same monitor is on its way before, or waits for its first time, is left out.
 */
export async function loadWaiting(client: PoolClient, readers: readonly string[]): Promise<Map<string, WaitingDelivery[]>> {
  const { rows } = await client.query<WaitingDelivery & { reader: string }>(
    `select d.id as "deliveryId", c.reader, d.channel_id as "channelId", c.kind as "channelKind", d.monitor_id as "monitorId", d.kind,
       d.next_attempt_at <= ${NOW} as "isDue"
     from ${THEIR_CHANNELS} join delivery d on d.channel_id = c.id
     where d.status = 'pending' and d.released_at is null and (d.next_attempt_at <= ${NOW} or d.attempts > 0)
       and not exists (
         select from delivery earlier
         where earlier.channel_id = d.channel_id and earlier.monitor_id = d.monitor_id and earlier.id < d.id and ${HOLDS_UP}
           and (earlier.status in ('sending', 'gathered') or (earlier.status = 'pending'
             and (earlier.released_at is not null or (earlier.attempts = 0 and earlier.next_attempt_at > ${NOW})))))
     order by d.id`,
    [readers],
  );
  return byReader(rows);
}

/** When the latest messages went out to each of some readers (epoch milliseconds); what was not taken is not counted, and a phone that rang unheard is. */
export async function loadSent(client: PoolClient, readers: readonly string[]): Promise<Map<string, number[]>> {
  const { rows } = await client.query<{ reader: string; kind: MessageKind; channelKind: ChannelKind; at: number }>(
    `select c.reader, d.kind, c.kind as "channelKind", (extract(epoch from d.released_at) * 1000)::float8 as at
     from ${THEIR_CHANNELS} join delivery d on d.channel_id = c.id
     where d.released_at > now() - $2 * interval '1 ms' and (d.status <> 'failed' or d.report is not null) and d.gathered_in is null`,
    [readers, STORM_WINDOW_MS],
  );
  const sent = byReader(rows.filter(isCounted));
  return new Map([...sent].map(([reader, of]) => [reader, of.map(({ at }) => at)]));
}

function byReader<Row extends { reader: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const of = found.get(row.reader);
    if (of) of.push(row);
    else found.set(row.reader, [row]);
  }
  return found;
}
