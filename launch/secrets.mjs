import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** @typedef {{ databasePassword: string, nextauthSecret: string, secretsKey: string }} Secrets */

/**
 * The secrets of this installation, each made once, and readable by its owner alone. One that an older version did not know is added.
 * @param {string} folder
 * @returns {Secrets}
 */
export function keepSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  /** @type {Partial<Secrets>} */
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = {
    databasePassword: kept.databasePassword ?? randomBytes(24).toString("hex"),
    nextauthSecret: kept.nextauthSecret ?? randomBytes(32).toString("base64url"),
    secretsKey: kept.secretsKey ?? randomBytes(32).toString("base64"),
  };
  if (Object.keys(kept).length === Object.keys(secrets).length) return secrets;
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
