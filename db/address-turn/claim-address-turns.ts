import type { Pace } from "#core/schedule/pace.ts";
import { pool } from "../pool.ts";

/** Somebody wants to connect to an address and port within so many ms. */
export type TurnClaim = { address: string; port: number; withinMs: number };

/** The turn was had. `waitMs` is how long the pace still asks it to wait; null where that is longer than it can. */
export type ClaimedTurn = { address: string; port: number; waitMs: number | null };

/**
 * Claims turns for a worker, at most one for each address and port, and returns those it had. One that another worker has is not among
 * them; it ends when it is released, or by itself after `leaseS`, so that a worker that is killed holds up nobody for longer. With a pace
 * each address may be there only once, and the connection has its place in the pace already.
 */
export async function claimAddressTurns(
  worker: string,
  claims: readonly TurnClaim[],
  leaseS: number,
  pace: Pace | null,
): Promise<ClaimedTurn[]> {
  const asked = [
    worker,
    leaseS,
    claims.map(({ address }) => address),
    claims.map(({ port }) => port),
    claims.map(({ withinMs }) => withinMs),
  ];
  const { rows } = await pool.query<ClaimedTurn>(
    pace === null
      ? { name: "claim-address-turns", text: `${CLAIM} select address, port, 0::float8 as "waitMs" from turn`, values: asked }
      : { name: "claim-address-turns-paced", text: `${CLAIM}, ${PACE}`, values: [...asked, pace.spacingMs, pace.slackMs] },
  );
  return rows;
}

/** Rows are locked in the order of their keys, so that workers that want the same ones never wait for each other in a circle. */
const CLAIM = `with asked as (
    select * from unnest($3::text[], $4::int[], $5::float8[]) as asked (address, port, within_ms)
  ), turn as (
    insert into address_turn as turn (address, port, worker, until)
    select address, port, $1, now() + make_interval(secs => $2) from asked order by address, port
    on conflict (address, port) do update set worker = excluded.worker, until = excluded.until
    where turn.until <= now() or turn.worker = excluded.worker
    returning address, port
  )`;

const PACE = `spacing as (
    select make_interval(secs => $6::float8 / 1000) as spacing, make_interval(secs => $7::float8 / 1000) as slack
  ), paced as (
    insert into address_pace as pace (address, used_until)
    select address, now() + spacing from turn, spacing order by address
    on conflict (address) do update set used_until = greatest(pace.used_until, now()) + (select spacing from spacing)
    where pace.used_until - (select slack from spacing)
      <= now() + (select make_interval(secs => within_ms / 1000) from asked where asked.address = pace.address)
    returning address, used_until
  )
  select turn.address, turn.port,
    case when paced.address is not null
      then greatest(0, extract(epoch from paced.used_until - spacing - slack - now()) * 1000)::float8 end as "waitMs"
  from turn cross join spacing left join paced using (address)`;
