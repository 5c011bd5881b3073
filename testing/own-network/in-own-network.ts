import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.join(import.meta.dirname, "../..");

/** Root may make a network; anybody else may where the system lets them be root in a world of their own. */
const WAYS = [["--net"], ["--user", "--map-root-user", "--net"]];

const way = WAYS.find((flags) => spawnSync("unshare", [...flags, "ip", "link", "set", "lo", "up"]).status === 0) ?? null;

/** Why no network of one's own can be made here, or null where it can. */
export function whyNoOwnNetwork(): string | null {
  return way === null
    ? "networks of one's own need Linux, unshare, ip (Debian: util-linux, iproute2) and root or user namespaces"
    : null;
}

/**
 * Plays a scene (a file beside this one that exports `scene`) in a network namespace: nothing is there but loopback, and what `setup`, lines
 * of shell, makes. So public addresses can be played, and routes left out. Returns what the scene returns, which has to be JSON.
 */
export async function inOwnNetwork<Scene extends () => Promise<unknown>>(
  name: string,
  setup: readonly string[],
): Promise<Awaited<ReturnType<Scene>>> {
  const missing = whyNoOwnNetwork();
  if (way === null) throw new Error(missing!);
  const script = ["set -e", "ip link set lo up", ...setup, 'exec "$@"'].join("\n");
  const node = [process.execPath, "--import", "tsx", "testing/own-network/run.ts", name];
  const { stdout } = await promisify(execFile)("unshare", [...way, "sh", "-c", script, "sh", ...node], { cwd: ROOT });
  return JSON.parse(stdout) as Awaited<ReturnType<Scene>>;
}

/** The line of setup that makes an address one of this network's own. */
export function hasAddress(address: string): string {
  return `ip addr add ${address}/${address.includes(":") ? 128 : 32} dev lo`;
}

/** The line of setup that lets everything sent to this network vanish: it is routed to loopback, where nobody has it. */
export function swallows(network: string): string {
  return `ip route add ${network} dev lo`;
}
