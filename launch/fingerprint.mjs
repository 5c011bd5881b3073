import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A hash over the names, sizes and times of files and of everything in folders: whether something changed, without reading it.
 * @param {string} root
 * @param {string[]} entries those that exist count
 * @param {(file: string) => boolean} [counts]
 */
export function fingerprint(root, entries, counts = () => true) {
  const hash = createHash("sha256");
  for (const entry of entries) if (existsSync(path.join(root, entry))) add(entry);
  return hash.digest("hex");

  /** @param {string} entry */
  function add(entry) {
    const stat = statSync(path.join(root, entry));
    if (stat.isDirectory()) {
      for (const name of readdirSync(path.join(root, entry)).sort()) add(path.join(entry, name));
    } else if (counts(entry)) {
      hash.update(`${entry} ${stat.size} ${stat.mtimeMs}\n`);
    }
  }
}

/**
 * Whether a file holds this text: the fingerprint something was last made from.
 * @param {string} file
 * @param {string} print
 */
export function isStamped(file, print) {
  return existsSync(file) && readFileSync(file, "utf8") === print;
}

/**
 * @param {string} file
 * @param {string} print
 */
export function stamp(file, print) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, print);
}
