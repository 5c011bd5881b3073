import type { SignOfLife } from "#core/message/message.ts";
import { signLastsMs } from "#core/system/path-test.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

type Passed = { teamId: number; channelId: number; slotAt: Date };

/**
 * Puts a sign of life into the outbox where the latest check of the path test went well, has not been told of and is still news. False where
 * there is none to be told.
 */
export async function addSignOfLife(everyS: number): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<Passed>(
      `update path_test p set told_slot = h.last_slot_at
       from monitor m join health h on h.monitor_id = m.id
       where m.id = p.monitor_id and h.last_status in ('up', 'degraded') and h.revision = m.revision
         and h.last_slot_at > coalesce(p.told_slot, '-infinity') and h.last_slot_at > now() - $1 * interval '1 ms'
       returning m.team_id as "teamId", p.channel_id as "channelId", h.last_slot_at as "slotAt"`,
      [signLastsMs(everyS)],
    );
    const [passed] = rows;
    if (!passed) return false;
    const message: SignOfLife = { kind: "sign_of_life", checkedAt: passed.slotAt.toISOString() };
    await client.query(
      "insert into delivery (team_id, channel_id, kind, message) values ($1, $2, 'sign_of_life', $3)", // of no monitor: it waits for no other
      [passed.teamId, passed.channelId, jsonb(message)],
    );
    await notify("delivery_added", "", client);
    return true;
  });
}
