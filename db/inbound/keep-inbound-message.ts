import { pool } from "../pool.ts";

/** A message as it was received: the envelope's sender, who brought it, and its bytes. `runToken` is null where none stands in it. */
export type InboundMessage = {
  address: string;
  runToken: string | null;
  sender: string;
  peer: string;
  helo: string;
  tls: string | null;
  raw: Buffer;
};

/** A run looks for one message, so this is many: whatever a server sends again and again, it fills no disk. */
const KEPT = 50;

/**
 * Stores a message, drops the oldest of its address past the bound, and tells the run that waits for it. False where the address is gone
 * meanwhile; throws where the database is away.
 */
export async function keepInboundMessage(message: InboundMessage): Promise<boolean> {
  const { address, runToken, sender, peer, helo, tls, raw } = message;
  const { rowCount } = await pool.query(
    `with kept as (
       insert into inbound_message (address, run_token, sender, peer, helo, tls, raw)
       select token, $2, $3, $4, $5, $6, $7 from inbound_address where token = $1 for key share
       returning run_token
     ), dropped as (
       delete from inbound_message where id in (
         select id from inbound_message where address = $1 order by id desc offset ${KEPT - 1}
       )
     )
     select case when run_token is not null then pg_notify('inbound_received', run_token) end from kept`,
    [address, runToken, sender, peer, helo, tls, raw],
  );
  return rowCount === 1;
}
