import path from "node:path";
import { findProgram } from "../find-program.ts";
import { contain, makeFolder } from "./contained.ts";
import type { RealServer } from "./door.ts";
import { type PostfixDoor, writePostfixFiles } from "./postfix-files.ts";
import { whyNoRealPostfix } from "./postfix.ts";
import { untilOpen } from "./until-open.ts";

/** A mail server of a domain: a Postfix at one address, or at several that show the same. */
export type MailHostDoor = PostfixDoor & { addresses: readonly string[] };

/** Starts the mail servers of a domain, as one Postfix: each at its own addresses, all on one port, as MX hosts are. `settings` (postconf(5)) are of all of them. */
export async function startMailHosts(
  hosts: readonly MailHostDoor[],
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Pick<RealServer<never>, "log" | "remove">> {
  const missing = whyNoRealPostfix();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("mail-hosts");
  const doors = hosts.flatMap(({ addresses, ...door }) => addresses.map((address) => ({ ...door, address, port })));
  await writePostfixFiles(folder, doors, {
    settings: { inet_protocols: "all", inet_interfaces: "all", ...settings },
    services: "",
  });
  return contain(
    folder,
    {
      program: findProgram("postfix")!,
      args: ["-c", folder, "start-fg"],
      before: [`chown postfix: ${path.join(folder, "data")}`],
      logFile: path.join(folder, "mail.log"),
    },
    () => untilOpen(doors[0]!.address, { smtp: port }),
  );
}
