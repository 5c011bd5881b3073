import { existsSync } from "node:fs";
import path from "node:path";

/** Where testing/real/unpack-mail-servers.sh puts what cannot be installed beside Postfix, a folder for each package. */
const FOLDER = "/opt/ehlowatch-mail-servers";

/** The full path of a program from an unpacked Debian package, or null where it was not unpacked. */
export function findUnpacked(debianPackage: string, program: string): string | null {
  const file = path.join(FOLDER, debianPackage, program);
  return existsSync(file) ? file : null;
}
