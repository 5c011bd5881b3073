import type { PoolClient } from "pg";
import { escalate } from "#core/escalation/escalation.ts";
import { readClock } from "../read-clock.ts";
import { addTellings } from "./add-tellings.ts";
import type { ClaimedEscalation } from "./claim-escalations.ts";
import { letAcknowledgementsEnd } from "./let-acknowledgements-end.ts";
import { loadDirectories } from "./load-directory.ts";
import { loadTold } from "./load-told.ts";
import { messagesOf } from "./messages-of.ts";

/** One that could not be told of is looked at again after this long. */
const AGAIN_AFTER = "1 minute";

/**
 * Tells what is due of incidents that this transaction has claimed: the step, the message and when to look again are written together.
 * Where something is wrong with one of them each is told of by itself, and that one again later; what was wrong is returned, for it is a fault
 * of ours.
 */
export async function tellClaimed(client: PoolClient, claimed: readonly ClaimedEscalation[]): Promise<unknown[]> {
  if (claimed.length === 0) return [];
  const fault = await tryToTell(client, claimed);
  if (fault === null) return [];
  const faults: unknown[] = [];
  for (const each of claimed) {
    const own = claimed.length === 1 ? fault : await tryToTell(client, [each]);
    if (own === null) continue;
    faults.push(own);
    await client.query(`update escalation set look_at = now() + interval '${AGAIN_AFTER}' where incident_id = $1`, [
      each.incidentId,
    ]);
  }
  return faults;
}

/**
 * The same, all or nothing: the transaction goes on and returns what was wrong, or null. It does not go on where the database is away, for then
 * going back fails, too.
 */
export async function tryToTell(client: PoolClient, claimed: readonly ClaimedEscalation[]): Promise<unknown> {
  await client.query("savepoint telling");
  try {
    await tell(client, claimed);
    return null;
  } catch (error) {
    await client.query("rollback to savepoint telling");
    return error ?? new Error("It failed without saying why.");
  }
}

async function tell(client: PoolClient, claimed: readonly ClaimedEscalation[]): Promise<void> {
  const now = await readClock(client); // once all is locked: whatever was acknowledged before is so by this clock
  await letAcknowledgementsEnd(client, claimed, now);
  const incidentIds = claimed.map(({ incidentId }) => incidentId);
  const told = await loadTold(client, incidentIds);
  const directoryOf = await loadDirectories(client, claimed);
  const asked = claimed.map((of) => {
    const { policy, course, incidentId } = of;
    return { of, ...escalate({ policy, course, told: told.get(incidentId)!, directory: directoryOf(of) }, now) };
  });
  const telling = asked.filter(({ tell: each }) => each.length > 0);
  const messageOf = await messagesOf(
    client,
    telling.map(({ of }) => of),
  );
  await addTellings(
    client,
    telling.flatMap(({ of, tell: tellings }) =>
      tellings.map((each) => ({ of, telling: each, message: each.channelId === null ? null : messageOf(of, each.what) })),
    ),
    now,
  );
  await client.query(
    `update escalation set look_at = row.look_at from unnest($1::int[], $2::timestamptz[]) as row (incident_id, look_at)
     where escalation.incident_id = row.incident_id`,
    [incidentIds, asked.map(({ lookAt }) => (lookAt === null ? null : new Date(lookAt).toISOString()))],
  );
}
