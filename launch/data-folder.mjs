import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { Complaint } from "./complaint.mjs";
import { canReach } from "./postgres/account.mjs";

/** @typedef {import("./postgres/account.mjs").Account} Account */

const LEAST_FREE_MB = 500;

/**
 * Where the data is kept: where DATA_DIR says, or `.data` in the clone. As root PostgreSQL runs as another user, who may not be
 * allowed into the clone (/root is closed to everybody else): then a folder of /var/lib, named after the clone.
 * @param {string} root
 * @param {string | null} wanted DATA_DIR
 * @param {Account | null} account
 */
export function chooseDataFolder(root, wanted, account) {
  const folder = path.resolve(root, wanted ?? ".data");
  if (canReach(account, existingPartOf(folder))) return folder;
  if (wanted) {
    throw new Complaint(
      `The user postgres, which the database runs as, may not enter ${folder}: set DATA_DIR to a folder it can reach.`,
    );
  }
  return `/var/lib/ehlowatch-${createHash("sha256").update(root).digest("hex").slice(0, 8)}`;
}

/**
 * Makes the folder and makes sure that it can be written. Others may pass through it (the database's user must), not look into it.
 * @param {string} folder
 */
export function openDataFolder(folder) {
  try {
    mkdirSync(path.join(folder, "logs"), { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOSPC") throw error;
    const { username } = userInfo();
    throw new Complaint(
      `The data folder ${folder} cannot be written: give the user ${username} the right to, or set DATA_DIR to another folder.`,
      {
        cause: error,
      },
    );
  }
}

/**
 * Complains where a disk has too little room to work with: a database that runs out of it stops.
 * @param {string} folder
 * @param {number} [leastMb]
 */
export function checkRoom(folder, leastMb = LEAST_FREE_MB) {
  const { bavail, bsize } = statfsSync(existingPartOf(folder));
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMb < leastMb)
    throw new Complaint(`Only ${freeMb} MB are free on the disk of ${folder}: make it at least ${leastMb} MB and start again.`);
}

/**
 * @param {string} folder
 * @returns {string}
 */
function existingPartOf(folder) {
  return existsSync(folder) ? folder : existingPartOf(path.dirname(folder));
}
