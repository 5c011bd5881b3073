import { dutyPool } from "../pool.ts";
import { openSecret, SealedForGood } from "./open-secret.ts";
import { sealSecret } from "./seal-secret.ts";
import { KEY_ID_AT, NONCE_AT, type SecretOwner } from "./sealed-secret.ts";
import { SECRET_KEYS, type SecretKey } from "./secret-keys.ts";

type Row = { id: number; teamId: number; secret: Buffer };
type Table = { name: string; ownerOf: (row: Row) => SecretOwner };

/** Where sealed secrets are kept for good. */
const TABLES: readonly Table[] = [
  { name: "monitor", ownerOf: ({ id, teamId }) => ({ teamId, monitorId: id }) },
  { name: "channel", ownerOf: ({ id, teamId }) => ({ teamId, channelId: id }) },
  { name: "dns_list_key", ownerOf: ({ id, teamId }) => ({ teamId, keyOfListId: id }) },
];

const MOST_AT_ONCE = 500;

/**
 * Seals with the first key what is still sealed with one of the others, so that those can be taken out of `SECRETS_KEY`. A secret that is
 * replaced meanwhile stays as it was replaced. Returns how many were sealed anew.
 */
export async function resealSecrets(keys: readonly SecretKey[] = SECRET_KEYS): Promise<number> {
  if (keys.length === 1) return 0;
  let resealed = 0;
  for (const table of TABLES) resealed += await resealTable(table, keys);
  return resealed;
}

/** Walks the table by its ids: what cannot be opened stays as it is, and holds nothing up. */
async function resealTable(table: Table, keys: readonly SecretKey[], afterId = 0): Promise<number> {
  const [, ...former] = keys;
  const { rows } = await dutyPool.query<Row>(
    `select id, team_id as "teamId", secret from ${table.name}
     where substring(secret from $1 for $2) = any($3::bytea[]) and id > $4 order by id limit $5`,
    [KEY_ID_AT + 1, NONCE_AT - KEY_ID_AT, former.map(({ id }) => id), afterId, MOST_AT_ONCE],
  );
  let resealed = 0;
  for (const row of rows) if (await reseal(table, row, keys)) resealed++;
  return rows.length < MOST_AT_ONCE ? resealed : resealed + (await resealTable(table, keys, rows.at(-1)!.id));
}

async function reseal({ name, ownerOf }: Table, row: Row, keys: readonly SecretKey[]): Promise<boolean> {
  const owner = ownerOf(row);
  let anew: Buffer;
  try {
    anew = sealSecret(owner, openSecret({ owner, secret: row.secret }, keys), keys);
  } catch (error) {
    if (error instanceof SealedForGood) return false; // whoever needs it says so
    throw error;
  }
  const { rowCount } = await dutyPool.query(`update ${name} set secret = $3 where id = $1 and secret = $2`, [
    row.id,
    row.secret,
    anew,
  ]);
  return rowCount === 1;
}
