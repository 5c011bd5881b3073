import { dutyPool } from "../pool.ts";
import { openSecret, SealedForGood } from "./open-secret.ts";
import { sealSecret } from "./seal-secret.ts";
import { SECRET_KEYS, type SecretKey } from "./secret-keys.ts";
import { KEY_ID_AT, NONCE_AT } from "./sealed-secret.ts";

type Row = { monitorId: number; teamId: number; secret: Buffer };

const MOST_AT_ONCE = 500;

/**
 * Seals with the first key what is still sealed with one of the others, so that those can be taken out of `SECRETS_KEY`. A secret that is
 * replaced meanwhile stays as it was replaced. Returns how many were sealed anew.
 */
export async function resealSecrets(keys: readonly SecretKey[] = SECRET_KEYS): Promise<number> {
  const [, ...former] = keys;
  if (former.length === 0) return 0;
  const { rows } = await dutyPool.query<Row>(
    `select id as "monitorId", team_id as "teamId", secret from monitor
     where substring(secret from $1 for $2) = any($3::bytea[]) order by id limit $4`,
    [KEY_ID_AT + 1, NONCE_AT - KEY_ID_AT, former.map(({ id }) => id), MOST_AT_ONCE],
  );
  let resealed = 0;
  for (const row of rows) if (await reseal(row, keys)) resealed++;
  return resealed < MOST_AT_ONCE ? resealed : resealed + (await resealSecrets(keys));
}

async function reseal({ secret, ...owner }: Row, keys: readonly SecretKey[]): Promise<boolean> {
  let anew: Buffer;
  try {
    anew = sealSecret(owner, openSecret({ owner, secret }, keys), keys);
  } catch (error) {
    if (error instanceof SealedForGood) return false; // the checks of this monitor say so
    throw error;
  }
  const { rowCount } = await dutyPool.query("update monitor set secret = $3 where id = $1 and secret = $2", [
    owner.monitorId,
    secret,
    anew,
  ]);
  return rowCount === 1;
}
