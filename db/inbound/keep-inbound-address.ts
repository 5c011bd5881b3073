import { randomBytes } from "node:crypto";
import { pool } from "../pool.ts";

/** Whose address it is. */
export type InboundOwner = { monitorId: number } | { trialId: string };

const BYTES = 12;
/** Fewer than a run's token has, so that nobody takes one for the other. */
const CHARACTERS = 19;

/** The part before the @ of the address of a monitor or a trial, made where it has none yet; null where the owner is gone. */
export async function keepInboundAddress(owner: InboundOwner): Promise<string | null> {
  const [column, table, id] =
    "monitorId" in owner ? ["monitor_id", "monitor", owner.monitorId] : ["trial_id", "trial", owner.trialId];
  const find = async () =>
    (await pool.query<{ token: string }>(`select token from inbound_address where ${column} = $1`, [id])).rows[0];
  const made = async () => {
    await pool.query(
      `insert into inbound_address (token, ${column}) select $1, id from ${table} where id = $2 on conflict (${column}) do nothing`,
      [makeToken(), id],
    );
    return find();
  };
  return ((await find()) ?? (await made()))?.token ?? null;
}

function makeToken(): string {
  return BigInt(`0x${randomBytes(BYTES).toString("hex")}`)
    .toString(36)
    .padStart(CHARACTERS, "0");
}
