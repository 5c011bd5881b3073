import { pool } from "../pool.ts";

/** Ends a worker's turns at addresses and ports; one it no longer has stays with whoever has it. */
export async function releaseAddressTurns(worker: string, turns: readonly { address: string; port: number }[]): Promise<void> {
  await pool.query({
    name: "release-address-turns",
    text: `update address_turn as turn set until = now()
      from (
        select address, port from address_turn
        where worker = $1 and (address, port) in (select * from unnest($2::text[], $3::int[]))
        order by address, port for update
      ) as held
      where turn.address = held.address and turn.port = held.port`,
    values: [worker, turns.map(({ address }) => address), turns.map(({ port }) => port)],
  });
}
