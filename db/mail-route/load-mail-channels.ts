import type { PoolClient } from "pg";
import { relayOf, type MailServer } from "#core/message/mail-route.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { env } from "#env.ts";
import { pool } from "../pool.ts";

/**
 * An e-mail channel and the servers its mail arrives through; null where they were not looked up yet. `lookedAt` is when they were; `failedAt`
 * is since when they cannot be.
 */
export type MailChannel = {
  channelId: number;
  name: string;
  address: string;
  isVerified: boolean;
  servers: MailServer[] | null;
  lookedAt: Date | null;
  failedAt: Date | null;
  failure: DnsFailure | null;
};

/** The e-mail channels of a team. */
export async function loadMailChannels(teamId: number, client: Pick<PoolClient, "query"> = pool): Promise<MailChannel[]> {
  const { rows } = await client.query<MailChannel>(
    `select c.id as "channelId", c.name, c.config->>'address' as address, c.verified_at is not null as "isVerified", r.servers, r.looked_at as "lookedAt", r.failed_at as "failedAt", r.failure
     from channel c left join mail_route r on r.name = lower(split_part(c.config->>'address', '@', 2)) and not r.is_relay
     where c.team_id = $1 and c.kind = 'email' and c.config ? 'address' order by c.id`,
    [teamId],
  );
  return rows;
}

/** The servers our own mail leaves through, in the order of their URLs; one that was not looked up yet is only known by its name. */
export async function loadRelays(
  client: Pick<PoolClient, "query"> = pool,
  smtpUrls: readonly string[] = env.SMTP_URLS,
): Promise<MailServer[]> {
  const relays = smtpUrls.map(relayOf);
  const { rows } = await client.query<{ name: string; servers: MailServer[] }>(
    "select name, servers from mail_route where is_relay and servers is not null and name = any($1::text[])",
    [relays.map(({ name }) => name)],
  );
  return relays.map(
    ({ name, host, port }) => rows.find((row) => row.name === name)?.servers[0] ?? { host, port, aliases: [], addresses: [] },
  );
}
