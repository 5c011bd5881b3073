import { writeFile } from "node:fs/promises";
import path from "node:path";
import { findProgram } from "../find-program.ts";
import { untilSo } from "../until.ts";
import { contain, makeFolder, whyNotContained } from "./contained.ts";
import { ownAddress } from "./own-address.ts";

/** A DNS list (RFC 5782) at an address of its own, on port 53. */
export type DnsList = { resolver: string; remove: () => Promise<void> };

const READY_WITHIN_MS = 10_000;

/** Why a DNS list cannot be started here, or null where it can. */
export function whyNoDnsList(): string | null {
  if (!findProgram("rbldnsd")) return "rbldnsd is not installed (Debian: apt-get install rbldnsd)";
  return whyNotContained();
}

/** Starts rbldnsd with a list at `zone` that holds `networks`. It answers for nothing else. */
export async function startDnsList(zone: string, networks: readonly string[]): Promise<DnsList> {
  const missing = whyNoDnsList();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("dns-list");
  await writeFile(path.join(folder, "listed"), networks.map((network) => `${network} :127.0.0.2:$ sent spam\n`).join(""));
  const resolver = ownAddress();
  const args = ["-n", "-f", "-u", "nobody", "-b", `${resolver}/53`, "-w", folder, `${zone}:ip4set:listed`];
  const { remove } = await contain(folder, { program: findProgram("rbldnsd")!, args }, (log) =>
    untilSo(log, (said) => said.includes("started"), READY_WITHIN_MS),
  );
  return { resolver, remove };
}
