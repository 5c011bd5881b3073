import { expect, onTestFinished, test } from "vitest";
import type { CheckResult } from "#core/check/result.ts";
import { boundsOf } from "#core/monitor/bounds.ts";
import { printFigure } from "#testing/print-figure.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { probeSmtp } from "./smtp.ts";

const OWN = "8.8.4.4";
const HOSTED = boundsOf({ isEmbedded: false, ports: undefined, ownAddresses: [OWN] });

/** What is refused for different reasons: an address, as it is or as that of a name, and a port. */
const KINDS: Record<string, readonly [address: string, port: number]> = {
  private: ["10.0.0.1", 25],
  loopback: ["127.0.0.1", 25],
  metadata: ["169.254.169.254", 25],
  unusable: ["0.0.0.0", 25],
  own: [OWN, 25],
  port: ["8.8.8.8", 8025],
};
const NAMES = Object.keys(KINDS);
const ROUNDS = 600;
const AT_ONCE = 20;

async function refuse(host: string, port: number, dnsServers: string[] = []): Promise<CheckResult & { tookMs: number }> {
  const startedAtMs = performance.now();
  const target = { kind: "smtp", host, port, tls: "none", ehloName: "probe.example" } as const;
  const result = await probeSmtp(target, { timeLimitMs: 2_000, dnsServers, ...HOSTED });
  return { ...result, tookMs: performance.now() - startedAtMs };
}

const CLOCKS = ["startedAt", "durationMs", "tookMs", "ms", "atMs"];

/** All that a result says, but when. */
function bodyOf(result: CheckResult): string {
  return JSON.stringify(result, (key, value: unknown) => (CLOCKS.includes(key) ? undefined : value));
}

test.each(["as they are", "by name"])("refusals %s differ in nothing, and their times do not tell them apart", async (how) => {
  const dns = await playDns((name, family) => (family === "A" ? [KINDS[name.split(".")[0]!]![0]] : []));
  onTestFinished(() => dns.close());
  const times: Record<string, Record<string, number[]>> = {};
  const bodies = new Set<string>();
  const look = async (kind: string) => {
    const [address, port] = KINDS[kind]!;
    const result = how === "by name" ? await refuse(`${kind}.example`, port, [dns.address]) : await refuse(address, port);
    bodies.add(bodyOf(result).replaceAll(`${kind}.example`, "name.example"));
    const measured = { took: result.tookMs, duration: result.durationMs, note: result.transcript.at(-1)!.atMs };
    const stages = Object.fromEntries(result.stages.map(({ stage, ms }) => [stage, ms]));
    for (const [clock, ms] of Object.entries({ ...measured, ...stages })) ((times[clock] ??= {})[kind] ??= []).push(ms);
  };
  const kinds = shuffled(Array.from({ length: ROUNDS }, () => NAMES).flat());
  for (let at = 0; at < kinds.length; at += AT_ONCE) await Promise.all(kinds.slice(at, at + AT_ONCE).map(look));
  expect([...bodies]).toHaveLength(1);

  const auc = Object.entries(times).map(([clock, ofKind]) => {
    const others = (kind: string) => NAMES.filter((other) => other !== kind).flatMap((other) => ofKind[other]!);
    return { clock, auc: Math.max(...NAMES.map((kind) => areaUnderCurve(ofKind[kind]!, others(kind)))) };
  });
  expect(auc.map(({ clock }) => clock)).toEqual(["took", "duration", "note", "dns", "connect"]);
  expect(auc.filter(({ auc }) => auc > 0.65)).toEqual([]);
  const figures = auc.map(({ clock, auc }) => `${clock} ${auc.toFixed(2)}`).join(", ");
  printFigure(
    "S06",
    `refused ${how}, ${NAMES.length} kinds, ${ROUNDS} of each: one body; AUC of one kind against the rest, by clock: ${figures}`,
  );
});

/** How well a threshold on a time tells the ones from the others: 0.5 is a guess, 1 is certainty. */
function areaUnderCurve(ones: number[], others: number[]): number {
  let wins = 0;
  for (const one of ones) for (const other of others) wins += one > other ? 1 : one === other ? 0.5 : 0;
  const area = wins / (ones.length * others.length);
  return Math.max(area, 1 - area);
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
