import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findProgram } from "../find-program.ts";
import type { MailChain, ReadingDoor } from "./mail-chain.ts";

/** Why curl, a client that is not ours, cannot be run here, or null where it can. */
export function whyNoCurl(): string | null {
  return findProgram("curl") ? null : "curl is not installed (Debian: apt-get install curl)";
}

/**
 * What the first user of a chain reads with curl, over TLS only and as far as they trust it. `path` is that of curl's URLs for IMAP and POP3, such as
 * `INBOX` or a number; `command` is said instead of what curl would. Throws with what curl says where it may not.
 */
export async function readByCurl(
  chain: MailChain,
  door: ReadingDoor,
  path: string,
  rootFile: string,
  command?: string,
): Promise<string> {
  const { username, password } = chain.users[0]!;
  const args = ["-sS", "--ssl-reqd", "--cacert", rootFile, "--user", `${username}:${password}`];
  const url = `${door}://${chain.address}:${chain.ports[door]}/${path}`;
  const { stdout } = await promisify(execFile)(findProgram("curl")!, [...args, url, ...(command ? ["--request", command] : [])]);
  return stdout;
}
