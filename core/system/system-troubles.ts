import type { Punctuality } from "../schedule/punctuality.ts";
import { lateSentence, latePart, type PathTest } from "./path-test.ts";
import { daysAhead, type Lead, type LocationRow, type QueueRow, type ReceiverRow, type Storage, type WorkerRow } from "./system.ts";

/** Something the operator should do something about: a sentence without its full stop, and since when (epoch ms) where that is known. */
export type Trouble = { sentence: string; since: number | null };

type System = {
  now: number;
  version: string;
  workers: readonly WorkerRow[];
  locations: readonly LocationRow[];
  lead: Lead;
  lately: Punctuality;
  queues: readonly QueueRow[];
  storage: Storage;
  pathTest: PathTest | null;
  inbound: Inbound;
};

/** Where mail comes to us, "" where none does, and who receives it. */
type Inbound = { domain: string; receivers: readonly ReceiverRow[] };

/** Workers and the leader show themselves every few seconds. */
const SILENT_AFTER_MS = 30_000;
const DAY_MS = 86_400_000;
const LATE_P99_MS = 1_000;
const MOST_RSS_BYTES = 512 * 1024 * 1024;
const FEWEST_DAYS_AHEAD = 3;
/** Checks go by the database's clock; what is logged does not, and what the queue is to hand out later may come later still. */
const MOST_SKEW_MS = 2_000;
/** What waits in a queue for longer than this has been forgotten, or there is too much of it. */
const WAITS_LONG_MS: Record<QueueRow["queue"], number> = {
  "windows queued": 15_000,
  "windows running": 180_000,
  "deliveries due": 30_000,
  "account mails": 60_000,
  "checks asked for": 15_000,
};

/** What is wrong, the worst first. A product in which nothing has ever run is wrong in that alone. */
export function troublesOf(system: System): Trouble[] {
  const alive = system.workers.filter((worker) => isAlive(worker, system.now));
  if (alive.length === 0) return [noWorker(system), ...storageTroubles(system)];
  return [
    ...leadTroubles(system),
    ...locationTroubles(system),
    ...storageTroubles(system),
    ...punctualityTroubles(system),
    ...queueTroubles(system),
    ...pathTroubles(system),
    ...inboundTroubles(system),
    ...alive.flatMap((worker) => workerTroubles(worker, system)),
  ];
}

/** Whether a worker, or a receiver, is taken for alive. */
export function isAlive({ beatAt }: Pick<WorkerRow, "beatAt">, now: number): boolean {
  return now - beatAt <= SILENT_AFTER_MS;
}

function noWorker({ locations }: System): Trouble {
  const heard = locations.flatMap(({ heardAt }) => heardAt ?? []);
  if (heard.length === 0) return { sentence: "No worker has run yet, so nothing is checked and no mail is sent", since: null };
  return { sentence: "No worker runs, so nothing is checked and nobody is told", since: Math.max(...heard) };
}

function leadTroubles({ lead, now }: System): Trouble[] {
  if (lead.beatAt === null || now - lead.beatAt > SILENT_AFTER_MS)
    return [{ sentence: "No worker leads, so nothing new is queued", since: lead.beatAt }];
  if (lead.cursorAt !== null && lead.cursorAt < now)
    return [{ sentence: "Windows are queued only after they should have opened", since: lead.cursorAt }];
  return [];
}

function locationTroubles({ locations, now }: System): Trouble[] {
  return locations.flatMap(({ location, workers, heardAt, monitorsOnlyHere, cutOffSince, cutOffWhy }) => {
    const isMissed = monitorsOnlyHere > 0 || (heardAt !== null && now - heardAt < DAY_MS);
    const waiting =
      monitorsOnlyHere === 0
        ? ""
        : `, where ${count(monitorsOnlyHere, "monitor")} ${monitorsOnlyHere === 1 ? "is" : "are"} checked and nowhere else`;
    if (workers === 0) return isMissed ? [{ sentence: `No worker at ${location}${waiting}`, since: heardAt }] : [];
    if (cutOffSince === null) return [];
    return [
      { sentence: `The self-test at ${location} fails${cutOffWhy ? ` (${cutOffWhy})` : ""}: it is left out`, since: cutOffSince },
    ];
  });
}

function storageTroubles({ storage, now }: System): Trouble[] {
  const ahead = daysAhead(storage.partitions, now);
  if (ahead < 0) return [{ sentence: "There is no partition for today's results, so none can be stored", since: null }];
  if (ahead >= FEWEST_DAYS_AHEAD) return [];
  return [
    { sentence: `There are partitions of results for only ${count(ahead, "day")} ahead; the leader keeps seven`, since: null },
  ];
}

function punctualityTroubles({ lately: { p99, missed, windowsMissed } }: System): Trouble[] {
  const troubles: Trouble[] = [];
  if (missed > 0)
    troubles.push({
      sentence: `${count(missed, "check")} could not start before the next slot in the last 5 minutes`,
      since: null,
    });
  if (windowsMissed > 0)
    troubles.push({ sentence: `Nobody ran ${count(windowsMissed, "window")} of the last 5 minutes`, since: null });
  if (p99 !== null && p99 > LATE_P99_MS)
    troubles.push({
      sentence: `One check in a hundred started more than ${(p99 / 1000).toFixed(1)} s late in the last 5 minutes`,
      since: null,
    });
  return troubles;
}

function queueTroubles({ queues, now }: System): Trouble[] {
  return queues
    .filter(({ queue, since }) => since !== null && now - since > WAITS_LONG_MS[queue])
    .map(({ queue, count: waiting, since }) => ({ sentence: `Too long in the queue, ${queue}: ${waiting}, the oldest`, since }));
}

function pathTroubles({ pathTest, now }: System): Trouble[] {
  const late = pathTest && latePart(pathTest, now);
  return late ? [{ sentence: lateSentence(pathTest, late.part), since: late.since }] : [];
}

function inboundTroubles({ inbound: { domain, receivers }, now }: System): Trouble[] {
  if (domain === "" || receivers.some((receiver) => isAlive(receiver, now))) return [];
  const since = receivers.length === 0 ? null : Math.max(...receivers.map(({ beatAt }) => beatAt));
  return [{ sentence: `No receiver listens, so nothing that servers send to ${domain} comes to us`, since }];
}

function workerTroubles(
  { workerId, location, version, queueAt, rssBytes, waiting, skewMs }: WorkerRow,
  { now, version: ours }: System,
): Trouble[] {
  const troubles: Trouble[] = [];
  const name = `${workerId} at ${location}`;
  if (queueAt === null || now - queueAt > SILENT_AFTER_MS)
    troubles.push({ sentence: `The queue does not answer ${name}`, since: queueAt });
  if (waiting > 0)
    troubles.push({ sentence: `${count(waiting, "check")} wait for a place in ${name}: it wants more workers`, since: null });
  if (rssBytes > MOST_RSS_BYTES)
    troubles.push({ sentence: `${name} takes ${Math.round(rssBytes / 1024 / 1024)} MiB of memory`, since: null });
  if (skewMs !== null && Math.abs(skewMs) > MOST_SKEW_MS) troubles.push({ sentence: skewSentence(name, skewMs), since: null });
  if (version !== ours) troubles.push({ sentence: `${name} runs version ${version || "unknown"}, this page ${ours}`, since: null });
  return troubles;
}

function skewSentence(name: string, skewMs: number): string {
  const away = `${(Math.abs(skewMs) / 1000).toFixed(1)} s ${skewMs > 0 ? "ahead of" : "behind"}`;
  return `The clock of ${name} is ${away} the database's, which checks go by`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}
