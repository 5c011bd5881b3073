import { readFile } from "node:fs/promises";
import { isIP } from "node:net";

const HOSTS_FILE = "/etc/hosts";
const KEPT_MS = 10_000;

type Hosts = ReadonlyMap<string, string[]>;

const kept = new Map<string, { hosts: Promise<Hosts>; readAtMs: number }>();

/**
 * The addresses a hosts file gives a name, in its order; none where it has no such name. c-ares does not read the file for a
 * plain lookup, but whoever wrote a name there means it, and Docker and Kubernetes write their names there. The file is read
 * again after 10 s, so that a check costs no file access. A file that cannot be read has no names.
 */
export async function addressesInHostsFile(name: string, path: string = HOSTS_FILE): Promise<string[]> {
  const hosts = await hostsOf(path);
  return hosts.get(name.toLowerCase()) ?? [];
}

function hostsOf(path: string): Promise<Hosts> {
  const last = kept.get(path);
  if (last !== undefined && performance.now() - last.readAtMs < KEPT_MS) return last.hosts;
  const hosts = readFile(path, "utf8").then(parseHosts, () => new Map());
  kept.set(path, { hosts, readAtMs: performance.now() });
  return hosts;
}

function parseHosts(text: string): Hosts {
  const hosts = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const [address, ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (address === undefined || isIP(address) === 0) continue;
    for (const name of names) hosts.set(name.toLowerCase(), [...(hosts.get(name.toLowerCase()) ?? []), address]);
  }
  return hosts;
}
