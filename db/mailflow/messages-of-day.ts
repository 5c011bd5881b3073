import type { PoolClient } from "pg";
import type { Held } from "#core/message/held-message.ts";

/** How many test messages may be sent on a day (UTC), one for each recipient: by a team, and to the recipients of a domain by all teams. 0 is no limit. */
export type DailyLimits = { ofTeam: number; toDomain: number };

const TODAY = "(now() at time zone 'UTC')::date";

/**
 * Counts messages to so many recipients before they are sent, so that many who send at once cannot go over, or says what is used up. The rows
 * are taken in one order: the team's, then those of the domains by name.
 */
export async function countMessages(
  client: PoolClient,
  teamId: number,
  recipients: readonly string[],
  { ofTeam, toDomain }: DailyLimits,
): Promise<Held | null> {
  const team = await client.query<{ taken: number }>(
    `insert into mailflow_team_use as used (team_id, day, taken) values ($1, ${TODAY}, 0)
     on conflict (team_id, day) do update set taken = used.taken returning taken`,
    [teamId],
  );
  if (isOver(team.rows[0]!.taken + recipients.length, ofTeam)) return { because: "team-limit", most: ofTeam };
  const counts = byDomain(recipients);
  for (const [domain, count] of counts) {
    const { rows } = await client.query<{ taken: number }>(
      `insert into mailflow_domain_use as used (domain, day, taken) values ($1, ${TODAY}, 0)
       on conflict (domain, day) do update set taken = used.taken returning taken`,
      [domain],
    );
    if (isOver(rows[0]!.taken + count, toDomain)) return { because: "domain-limit", domain, most: toDomain };
  }
  await addToDay(client, teamId, recipients, 1, null);
  return null;
}

/** Counts messages of a day (YYYY-MM-DD) no more, since nobody has taken them. */
export async function uncountMessages(
  client: PoolClient,
  teamId: number,
  recipients: readonly string[],
  day: string,
): Promise<void> {
  await addToDay(client, teamId, recipients, -1, day);
}

async function addToDay(
  client: PoolClient,
  teamId: number,
  recipients: readonly string[],
  sign: 1 | -1,
  day: string | null,
): Promise<void> {
  await client.query(`update mailflow_team_use set taken = taken + $3 where team_id = $1 and day = coalesce($2::date, ${TODAY})`, [
    teamId,
    day,
    sign * recipients.length,
  ]);
  for (const [domain, count] of byDomain(recipients)) {
    await client.query(
      `update mailflow_domain_use set taken = taken + $3 where domain = $1 and day = coalesce($2::date, ${TODAY})`,
      [domain, day, sign * count],
    );
  }
}

function isOver(count: number, most: number): boolean {
  return most > 0 && count > most;
}

function byDomain(recipients: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const mailbox of recipients) {
    const domain = mailbox.slice(mailbox.lastIndexOf("@") + 1);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
