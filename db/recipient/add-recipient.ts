import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** A team may have this many. */
export const MOST_RECIPIENTS = 200;

/**
 * Adds a mailbox (in lower case) to those a team wants to send test messages to, and has a code sent there, or, where it `isOwn`, the address of the account of
 * whoever adds it, takes it for confirmed. One that is there already stays as it is.
 */
export async function addRecipient(teamId: number, mailbox: string, isOwn: boolean): Promise<"added" | "there" | "too-many"> {
  return inTransaction(async (client) => {
    await client.query("select from team where id = $1 for no key update", [teamId]); // one at a time, so that counting holds
    const there = await client.query("select from recipient where team_id = $1 and mailbox = $2", [teamId, mailbox]);
    if (there.rowCount) return "there";
    const { rowCount } = await client.query(
      `insert into recipient (team_id, mailbox, proved_at, wanted_at, next_attempt_at)
       select $1, $2, case when $3 then now() end, case when not $3 then now() end, case when not $3 then now() end
       where (select count(*) from recipient where team_id = $1) < $4`,
      [teamId, mailbox, isOwn, MOST_RECIPIENTS],
    );
    if (rowCount === 0) return "too-many";
    await notify("recipient_code_wanted", "", client);
    await notify("team_seen", String(teamId), client);
    return "added";
  });
}
