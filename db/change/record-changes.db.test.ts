import { beforeAll, beforeEach, expect, test } from "vitest";
import type { ChangeAspect } from "#core/change/change.ts";
import type { CheckResult, Facts } from "#core/check/result.ts";
import type { Status } from "#core/check/status.ts";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { listMonitors } from "#db/monitor/list-monitors.ts";
import { readMonitor } from "#db/monitor/read-monitor.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { deleteOldTranscripts } from "#db/result/delete-old-transcripts.ts";
import { recordResults } from "#db/result/record-results.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { makeResult } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { deleteOldChanges } from "./delete-old-changes.ts";
import { listChanges } from "./list-changes.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000;
const DAY_MS = 86_400_000;
const FACTS: Facts = {
  addresses: ["192.0.2.25"],
  address: "192.0.2.25",
  banner: "mx1.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 18:42:07 +0000",
  capabilities: ["SIZE 52428800", "STARTTLS"],
  tls: null,
  certificate: null,
};
const replied = (code: number) => ({ code, enhanced: null, text: "" });
const STAGES: CheckResult["stages"] = [
  { stage: "greeting", ms: 1, reply: replied(220) },
  { stage: "ehlo", ms: 1, reply: replied(250) },
];

let team: Team;
let channel: Channel;
let monitor: Monitor;
let slotAt: number;

beforeAll(() => ensurePartitions(START));
beforeEach(async () => {
  team = await makeTeam();
  channel = await makeChannel(team);
  monitor = await watch();
  slotAt = START;
});

const watch = (tellOf?: ChangeAspect[]) =>
  makeMonitor(team, { channels: [channel], target: { host: "mx1.example.com" }, policy: tellOf ? { tellOf } : {} });

/** The next check of the monitor, a minute later, and what it saw. */
async function next(facts: Partial<Facts> = {}, status: Status = "up") {
  slotAt += 60_000;
  const { id: monitorId, revision } = monitor;
  const result = { ...makeResult(status, slotAt + 3), stages: STAGES, facts: { ...FACTS, ...facts } };
  const check = { monitorId, revision, slotAt, result };
  return { ...check, locationId: await ensureLocation("local") };
}
const see = async (facts?: Partial<Facts>, status?: Status) => recordResults([await next(facts, status)]);
const noticed = async () => (await listChanges(team.id, monitor.id, 100)).toReversed();
const told = () => prisma.delivery.findMany({ where: { monitorId: monitor.id, kind: "change" }, orderBy: { id: "asc" } });
const edit = async () =>
  (monitor = await prisma.monitor.update({ where: { id: monitor.id }, data: { revision: { increment: 1 } } }));
const certificate = (notAfter: number, fingerprint256 = "AA:BB") => ({
  subject: "CN=mx1.example.com",
  issuer: "CN=R11",
  names: ["mx1.example.com"],
  notBefore: new Date(START - 60 * DAY_MS).toISOString(),
  notAfter: new Date(notAfter).toISOString(),
  fingerprint256,
});

test("a change is listed with what was and what is, and the check that noticed it keeps its dialogue", async () => {
  await see();
  await see({ banner: "mx1.example.com ESMTP Exim 4.97 Mon, 23 Nov 2026 18:43:07 +0000" });
  expect(await noticed()).toMatchObject(
    [
      { aspect: "software", before: "Exim 4.96", after: "Exim 4.97" },
      { aspect: "banner", at: new Date(slotAt + 3), slotAt: new Date(slotAt), location: "local", hasTranscript: true },
    ].toReversed(),
  );
  expect(await listChanges((await makeTeam()).id, monitor.id, 100)).toEqual([]);
});

test("while nothing changes nothing is written but the results", async () => {
  await see();
  const before = await prisma.seen.findUniqueOrThrow({ where: { monitorId: monitor.id } });
  for (let clock = 0; clock < 5; clock++)
    await see({ banner: `mx1.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 18:43:0${clock} +0000` });
  expect(await prisma.seen.findUniqueOrThrow({ where: { monitorId: monitor.id } })).toEqual(before);
  expect(await noticed()).toEqual([]);
});

test("several changes of one batch are noticed one after the other", async () => {
  const versions = ["4.96", "4.97", "4.98"].map((version) => next({ banner: `mx1 ESMTP Exim ${version}` }));
  await recordResults(await Promise.all(versions));
  const after = (await noticed()).filter(({ aspect }) => aspect === "software").map((change) => change.after);
  expect(after).toEqual(["Exim 4.97", "Exim 4.98"]);
});

test("recording the same results again, or by many at once, notices and tells each change once", async () => {
  await see();
  const check = await next({ capabilities: ["SIZE 52428800"] });
  await Promise.all(Array.from({ length: 8 }, () => recordResults([check])));
  await recordResults([check]);
  expect(await noticed()).toMatchObject([{ aspect: "starttls", before: true, after: false }]);
  expect(await told()).toHaveLength(1);
});

test("the channels are told of what the policy names, in one message", async () => {
  await see();
  await see({ banner: "mx1.example.com ESMTP Exim 4.97", capabilities: ["SIZE 10240000"] });
  expect((await noticed()).map(({ aspect }) => aspect).toSorted()).toEqual(["banner", "capabilities", "software", "starttls"]);
  const [delivery, ...others] = await told();
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({
    channelId: channel.id,
    incidentId: null,
    message: { kind: "change", host: "mx1.example.com", changes: [{ aspect: "starttls", before: true, after: false }] },
  });
  expect(delivery!.changeId).not.toBeNull();

  monitor = await watch(["software", "banner"]);
  await see();
  await see({ banner: "mx1.example.com ESMTP Exim 4.97", capabilities: [] });
  expect(await told()).toMatchObject([{ message: { changes: [{ aspect: "software" }, { aspect: "banner" }] } }]);

  monitor = await watch([]);
  await see();
  await see({ banner: "mx1.example.com ESMTP Exim 4.97", capabilities: [] });
  expect(await told()).toEqual([]);
});

test("the end of a certificate is told of once at each step, and not any more once it is renewed", async () => {
  const end = START + 14 * DAY_MS;
  const tls = { protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" };
  for (let time = 0; time < 3; time++) await see({ tls, certificate: certificate(end) }, "degraded");
  slotAt += 7 * DAY_MS;
  await ensurePartitions(slotAt);
  for (let time = 0; time < 2; time++) await see({ tls, certificate: certificate(end) }, "degraded");
  for (let time = 0; time < 2; time++) await see({ tls, certificate: certificate(end + 90 * DAY_MS, "CC:DD") });
  expect((await noticed()).map(({ aspect, after }) => [aspect, after])).toMatchObject([
    ["certificate-expiry", { days: 14 }],
    ["certificate-expiry", { days: 7 }],
    ["certificate", { fingerprint256: "CC:DD" }],
  ]);
  expect((await told()).map(({ message }) => (message as { changes: { aspect: string }[] }).changes[0]!.aspect)).toEqual([
    "certificate-expiry",
    "certificate-expiry",
  ]);
});

test("after an edit nothing is compared with what was before it, and no certificate is told of twice", async () => {
  const seen = { tls: { protocol: "TLSv1.3", cipher: "X" }, certificate: certificate(START + 5 * DAY_MS) };
  await see(seen);
  await edit();
  await see({ ...seen, banner: "another.example ESMTP Postfix", addresses: ["192.0.2.99"] });
  await see({ ...seen, banner: "another.example ESMTP Postfix", addresses: ["192.0.2.98"] });
  expect((await noticed()).map(({ aspect }) => aspect)).toEqual(["certificate-expiry", "addresses"]);
});

test("a server that does not work is not compared, and when it works again with what it was before", async () => {
  await see();
  await see({ addresses: [], banner: null, capabilities: [] }, "down");
  await see({ addresses: [], banner: null, capabilities: [] }, "unknown");
  await see();
  expect(await noticed()).toEqual([]);
});

test("what was last seen is there for the monitor's page and the list", async () => {
  expect((await readMonitor(team.id, monitor.id))!.lastFacts).toBeNull();
  const end = START + 60 * DAY_MS;
  await see({ certificate: certificate(end), tls: { protocol: "TLSv1.3", cipher: "X" } });
  await see({ addresses: [], banner: null, capabilities: [] }, "down");
  expect(await readMonitor(team.id, monitor.id)).toMatchObject({
    certificateEndsAt: new Date(end),
    lastFacts: { at: new Date(START + 60_003), facts: { banner: FACTS.banner, certificate: { fingerprint256: "AA:BB" } } },
  });
  const { monitors } = await listMonitors(team.id, { status: null, kind: null, tag: null, text: "", limit: 10, offset: 0 });
  expect(monitors).toMatchObject([{ certificateEndsAt: new Date(end) }]);
  await edit();
  expect((await readMonitor(team.id, monitor.id))!.lastFacts).toBeNull();
});

test("bytes no text column takes, and ten thousand names, are kept as far as they can be", async () => {
  await see();
  const names = Array.from({ length: 10_000 }, (_, index) => `n${index}.example.com`);
  await see({
    banner: "mx1 \u0000\ud83d",
    capabilities: Array.from({ length: 5_000 }, (_, index) => `X-${index} ${"y".repeat(1_000)}`),
    certificate: { ...certificate(START + 60 * DAY_MS), names },
    tls: { protocol: "TLSv1.3", cipher: "X" },
  });
  const seen = await prisma.seen.findUniqueOrThrow({ where: { monitorId: monitor.id } });
  expect(JSON.stringify(seen.facts).length).toBeLessThan(200_000);
  expect(JSON.stringify(seen.memory).length).toBeLessThan(200_000);
  expect((await noticed()).find(({ aspect }) => aspect === "banner")).toMatchObject({ after: "mx1 \ufffd\ufffd" });
});

test("changes are kept for a year, their dialogues for a month, and both go with the monitor", async () => {
  await see();
  await see({ addresses: ["192.0.2.26"] });
  await see({ addresses: ["192.0.2.27"] });
  const [old, recent] = await noticed();
  const dayAgo = new Date(Date.now() - 2 * DAY_MS);
  const slots = await prisma.transcript.findMany({ where: { monitorId: monitor.id }, orderBy: { slotAt: "asc" } });
  expect(slots).toHaveLength(3);
  await prisma.change.update({ where: { id: old!.changeId }, data: { at: new Date(Date.now() - 366 * DAY_MS) } });
  await prisma.$executeRaw`update transcript set slot_at = ${dayAgo} where monitor_id = ${monitor.id} and slot_at = ${recent!.slotAt}`;
  await prisma.change.update({ where: { id: recent!.changeId }, data: { slotAt: dayAgo } });
  await deleteOldTranscripts(30);
  expect(await prisma.transcript.count({ where: { monitorId: monitor.id, slotAt: dayAgo } })).toBe(1);
  expect(await deleteOldChanges()).toBe(1);
  expect(await noticed()).toMatchObject([{ changeId: recent!.changeId }]);
  await prisma.monitor.delete({ where: { id: monitor.id } });
  expect(await prisma.change.count({ where: { monitorId: monitor.id } })).toBe(0);
  expect(await prisma.seen.count({ where: { monitorId: monitor.id } })).toBe(0);
});
