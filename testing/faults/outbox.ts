import { releaseDue } from "#db/delivery/release-due.ts";
import { pool } from "#db/pool.ts";
import type { Channel, Team } from "#prisma/generated/client.ts";
import type { ReceivedMail } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { untilSo } from "#testing/until.ts";

/** An alert that waits in the outbox; its subject holds its name, which nobody else has. */
export type Alert = { name: string; deliveryId: number };

let made = 0;

/** Puts word of an outage of a monitor of its own into the outbox. */
export async function addAlert(team: Team, channel?: Channel): Promise<Alert> {
  const name = `alert-${(made += 1)}.`;
  const monitor = await makeMonitor(team, { name, channels: [] });
  const deliveryId = await tell("down", monitor, await makeIncident(monitor), channel ?? (await makeChannel(team)));
  return { name, deliveryId };
}

/** Lets it out to be sent. Who lets out leaves to others what they decide about just now, so it is asked until it is so. */
export async function release({ deliveryId }: Alert): Promise<void> {
  const isReleased = async () => {
    await releaseDue();
    const { rows } = await pool.query("select from delivery where id = $1 and released_at is not null", [deliveryId]);
    return rows.length === 1;
  };
  await untilSo(isReleased, Boolean, 30_000);
}

/** The copies of an alert that arrived. */
export function copiesOf({ name }: Alert, received: readonly ReceivedMail[]): ReceivedMail[] {
  return received.filter(({ mail }) => mail.subject?.includes(name));
}

/** Moves the two minutes after which a claim counts as lost into the past, for those whose senders are gone. */
export async function letClaimsEnd(): Promise<void> {
  await pool.query("update delivery set claimed_at = claimed_at - interval '2 minutes' where status = 'sending'");
}

/** Moves every wait for another attempt into the past. */
export async function letWaitsEnd(): Promise<void> {
  await pool.query("update delivery set next_attempt_at = now() where status = 'pending' and next_attempt_at > now()");
}

/** Waits until nothing is left to be sent. */
export async function untilTold(withinMs: number): Promise<void> {
  await untilSo(countUnfinished, (left) => left === 0, withinMs);
}

export async function countUnfinished(): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    "select count(*)::int as left from delivery where status in ('pending', 'sending')",
  );
  return rows[0]!.left;
}
