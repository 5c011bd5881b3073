import { blocklistTargetSchema } from "#core/blocklist/blocklist-target.ts";
import { pairsOf } from "#core/blocklist/listing-pair.ts";
import type { CheckResult } from "#core/check/result.ts";
import { runProbe, type ProbeOptions } from "#probes/probe.ts";
import { makeAskedList, playBlocklistRun } from "#testing/play-blocklist-run.ts";
import { DOMAIN } from "./start-world.ts";
import { domainTarget, LISTS, listZone } from "./whole-domain.ts";

/** What one of several reports came to, one after the other: CPU of this process and bytes of JSON are means, times are by the clock. */
export type ReportFigures = {
  cpuMs: number;
  p50Ms: number;
  p95Ms: number;
  questions: number;
  dialogues: number;
  statuses: string[];
  findings: number;
  factsBytes: number;
  transcriptBytes: number;
};

const WARM_UP = 5;

/** Full reports of the domain: its mail servers, and all that it publishes. */
export function measureDomain(
  reports: number,
  port: number,
  options: Pick<ProbeOptions, "dnsServers" | "extraCas">,
): Promise<ReportFigures> {
  const target = domainTarget(DOMAIN, port);
  return measure(reports, () => runProbe(target, { timeLimitMs: 60_000, allowPrivate: true, ...options }));
}

/** Its five addresses on all lists, which are tested anew each time, as the first check of a worker does. */
export function measureLists(reports: number, dnsServers: string[]): Promise<ReportFigures> {
  const entries = Array.from({ length: 5 }, (_, at) => `192.0.2.${at + 1}`);
  const target = blocklistTargetSchema.parse({ kind: "blocklist", host: entries[0], entries });
  const lists = Array.from({ length: LISTS }, (_, at) => makeAskedList(listZone(at)));
  if (pairsOf(entries, lists).length !== entries.length * LISTS) throw new Error("Not every list is asked about every address.");
  return measure(reports, () =>
    runProbe(target, { timeLimitMs: 60_000, allowPrivate: true, dnsServers, blocklist: playBlocklistRun(lists) }),
  );
}

async function measure(reports: number, report: () => Promise<CheckResult>): Promise<ReportFigures> {
  for (let at = 0; at < WARM_UP; at++) await report();
  const before = process.cpuUsage();
  const results: CheckResult[] = [];
  for (let at = 0; at < reports; at++) results.push(await report());
  const { user, system } = process.cpuUsage(before);
  const times = results.map(({ durationMs }) => durationMs).toSorted((one, other) => one - other);
  const { facts, transcript } = results.at(-1)!;
  return {
    cpuMs: (user + system) / 1_000 / reports,
    p50Ms: times[Math.floor(reports * 0.5)]!,
    p95Ms: times[Math.floor(reports * 0.95)]!,
    questions: facts.domain?.asked ?? facts.listings?.questions ?? 0,
    dialogues: facts.paths?.length ?? 0,
    statuses: [...new Set(results.map(({ status, reason }) => (reason === null ? status : `${status} (${reason.code})`)))],
    findings: facts.domain?.findings.length ?? 0,
    factsBytes: bytesOf(facts),
    transcriptBytes: bytesOf(transcript),
  };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
