import { copyFile, appendFile } from "node:fs/promises";
import path from "node:path";

/** The number of the first user that is given: above those of Debian's packages and of people. */
export const FIRST_ID = 64_100;

/**
 * Writes a passwd and a group file into `folder` that know these system users too, and returns the commands that put them in place
 * inside a mount namespace. A server whose package was not installed has no user of its own on this machine.
 */
export async function giveAccounts(folder: string, users: readonly string[]): Promise<string[]> {
  const [passwd, group] = [path.join(folder, "passwd"), path.join(folder, "group")];
  await copyFile("/etc/passwd", passwd);
  await copyFile("/etc/group", group);
  await appendFile(
    passwd,
    users.map((user, index) => `${user}:x:${FIRST_ID + index}:${FIRST_ID + index}::/nonexistent:/usr/sbin/nologin\n`).join(""),
  );
  await appendFile(group, users.map((user, index) => `${user}:x:${FIRST_ID + index}:\n`).join(""));
  return [`mount --bind ${passwd} /etc/passwd`, `mount --bind ${group} /etc/group`];
}
