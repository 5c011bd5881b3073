import { lookup } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import type { Logger } from "./log.ts";

/**
 * The addresses of this machine, and those of the servers these URLs name, as the system finds them now. One that is not found is left out:
 * what could not be reached by its name cannot be one of ours yet.
 */
export async function findOwnAddresses(urls: readonly string[], log: Logger): Promise<string[]> {
  const hosts = urls.map((url) => new URL(url).hostname.replace(/^\[(.*)\]$/, "$1")).filter((host) => host !== "");
  const found = await Promise.all(
    [...new Set(hosts)].map((host) =>
      lookup(host, { all: true }).catch((error: unknown) => {
        log.warn({ err: error, host }, "an address of our own cannot be looked up");
        return [];
      }),
    ),
  );
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return [...new Set([...interfaces, ...found.flat()].map(({ address }) => address))];
}
