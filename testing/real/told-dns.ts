import { writeFile } from "node:fs/promises";
import path from "node:path";
import { findProgram } from "../find-program.ts";
import { contain, makeFolder, whyNotContained, type Contained } from "./contained.ts";
import { ownAddress } from "./own-address.ts";
import { untilOpen } from "./until-open.ts";

/** A resolver that knows what it was told and nothing else, at an address of its own. */
export type ToldDns = Pick<Contained, "remove"> & {
  address: string;
  /** How many questions it had, up to about a second ago. */
  questions(): Promise<number>;
};

/** Why there can be none here, or null where there can. */
export function whyNoToldDns(): string | null {
  if (!findProgram("unbound")) return "unbound is not installed (Debian: apt-get install unbound)";
  return whyNotContained();
}

/** Starts unbound with these records, each a line in the form of RFC 1035 section 5; of any other name it says that there is none such. */
export async function startToldDns(records: readonly string[]): Promise<ToldDns> {
  const missing = whyNoToldDns();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("told-dns");
  const address = ownAddress();
  const configuration = path.join(folder, "unbound.conf");
  await writeFile(
    configuration,
    `
server:
  interface: ${address}@53
  access-control: 127.0.0.0/8 allow
  module-config: "iterator"
  so-rcvbuf: 4m
  statistics-interval: 1
  statistics-cumulative: yes
  verbosity: 1
  local-zone: "." static
${records.map((record) => `  local-data: '${record}'\n`).join("")}
  do-daemonize: no
  use-syslog: no
  logfile: ""
  username: ""
  chroot: ""
  directory: ${folder}
  pidfile: ""
remote-control:
  control-enable: no
`,
  );
  const { log, remove } = await contain(folder, { program: findProgram("unbound")!, args: ["-d", "-c", configuration] }, () =>
    untilOpen(address, { dns: 53 }),
  );
  return { address, remove, questions: async () => lastCount(await log()) };
}

/** It writes down every second how many there were since it began. */
function lastCount(log: string): number {
  const [, count] = [...log.matchAll(/server stats for thread 0: (\d+) queries/g)].at(-1) ?? [];
  return Number(count ?? 0);
}
