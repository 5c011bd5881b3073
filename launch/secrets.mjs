import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** @typedef {{ databasePassword: string, nextauthSecret: string }} Secrets */

/**
 * The secrets of this installation, made once and readable by its owner alone.
 * @param {string} folder
 * @returns {Secrets}
 */
export function keepSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = { databasePassword: randomBytes(24).toString("hex"), nextauthSecret: randomBytes(32).toString("base64url") };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
