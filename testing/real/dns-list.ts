import { chmod, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { findProgram } from "../find-program.ts";
import { untilSo } from "../until.ts";
import { contain, makeFolder, whyNotContained } from "./contained.ts";
import { ownAddress } from "./own-address.ts";

/** A DNS list (RFC 5782) at an address of its own, on port 53. */
export type DnsList = { resolver: string; remove: () => Promise<void> };

/** What a list holds: a dataset of rbldnsd, and its lines. A `silent` one gets questions and never answers. */
export type ListedZone = { dataset: "ip4set" | "ip4trie" | "ip6trie" | "dnset"; lines: readonly string[]; isSilent?: boolean };

/** Several lists at one address. */
export type DnsLists = DnsList & {
  /** Puts other lines into a list; they are answered when it resolves. */
  replace(zone: string, lines: readonly string[]): Promise<void>;
  /** Every question so far, as `name type`, in order. */
  questions(): Promise<string[]>;
};

const READY_WITHIN_MS = 10_000;

/** Why a DNS list cannot be started here, or null where it can. */
export function whyNoDnsList(): string | null {
  if (!findProgram("rbldnsd")) return "rbldnsd is not installed (Debian: apt-get install rbldnsd)";
  return whyNotContained();
}

/** Starts rbldnsd with a list at `zone` that holds `networks`. It answers for nothing else. */
export function startDnsList(zone: string, networks: readonly string[]): Promise<DnsList> {
  return startDnsLists({ [zone]: { dataset: "ip4set", lines: networks.map((network) => `${network} :127.0.0.2:$ sent spam`) } });
}

/** Starts rbldnsd with lists by their zones. It refuses what is asked about others. */
export async function startDnsLists(zones: Readonly<Record<string, ListedZone>>): Promise<DnsLists> {
  const missing = whyNoDnsList();
  if (missing !== null) throw new Error(missing);
  const folder = await makeFolder("dns-list");
  await chmod(folder, 0o777); // rbldnsd writes down questions there as nobody
  const write = (zone: string, lines: readonly string[]) =>
    writeFile(path.join(folder, zone), lines.map((line) => `${line}\n`).join(""));
  await writeFile(path.join(folder, "silent"), "0.0.0.0/0 :ignore\n");
  const datasets = await Promise.all(
    Object.entries(zones).map(async ([zone, { dataset, lines, isSilent }]) => {
      await write(zone, lines);
      return [`${zone}:${dataset}:${zone}`, ...(isSilent ? [`${zone}:acl:silent`] : [])];
    }),
  );
  const resolver = ownAddress();
  const questionLog = path.join(folder, "questions");
  const args = [
    "-n",
    "-c",
    "1s",
    "-u",
    "nobody",
    "-b",
    `${resolver}/53`,
    "-w",
    folder,
    "-l",
    `+${questionLog}`,
    ...datasets.flat(),
  ];
  const { log, remove } = await contain(folder, { program: findProgram("rbldnsd")!, args }, (said) =>
    untilSo(said, (text) => text.includes("started"), READY_WITHIN_MS),
  );
  return {
    resolver,
    remove,
    replace: async (zone, lines) => {
      const before = reloads(await log());
      await write(zone, lines);
      await untilSo(log, (said) => reloads(said) > before, READY_WITHIN_MS);
    },
    questions: async () =>
      (await readFile(questionLog, "utf8")).split("\n").flatMap((line) => {
        const [, , name, type] = line.split(" ");
        return name === undefined || type === undefined ? [] : [`${name} ${type}`];
      }),
  };
}

function reloads(said: string): number {
  return said.split("zones reloaded").length;
}
