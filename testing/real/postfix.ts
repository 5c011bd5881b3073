import { writeFile } from "node:fs/promises";
import path from "node:path";
import { findProgram } from "../find-program.ts";
import { whyNoPostfix } from "../postfix.ts";
import { contain, makeFolder, whyNotContained } from "./contained.ts";
import { portsOf, type RealServer } from "./door.ts";
import { ownAddress } from "./own-address.ts";
import { type PostfixDoor, writePostfixFiles } from "./postfix-files.ts";
import { untilOpen } from "./until-open.ts";

/** Why a Postfix with many doors cannot be started here, or null where it can. */
export function whyNoRealPostfix(): string | null {
  return whyNoPostfix() ?? whyNotContained();
}

/** Starts a real Postfix. It asks the DNS server at `resolver` (an address; port 53), or that of this machine. */
export async function startRealPostfix<Name extends string>(
  doors: Readonly<Record<Name, PostfixDoor>>,
  resolver?: string,
): Promise<RealServer<Name>> {
  const missing = whyNoRealPostfix();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("postfix");
  const file = (name: string) => path.join(folder, name);
  const address = ownAddress();
  const ports = portsOf(Object.keys(doors) as Name[]);
  await writePostfixFiles(
    folder,
    Object.entries<PostfixDoor>(doors).map(([name, door]) => ({ ...door, address, port: ports[name as Name] })),
  );
  const before = [`chown postfix: ${file("data")}`];
  if (resolver !== undefined) {
    await writeFile(file("resolv.conf"), `nameserver ${resolver}\n`);
    before.push(`mount --bind ${file("resolv.conf")} /etc/resolv.conf`);
  }
  const postfix = await contain(
    folder,
    { program: findProgram("postfix")!, args: ["-c", folder, "start-fg"], before, logFile: file("mail.log") },
    () => untilOpen(address, ports),
  );
  return { address, ports, ...postfix };
}
