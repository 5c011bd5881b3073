import { once } from "node:events";
import https from "node:https";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { usuallyTold } from "#core/change/change.ts";
import type { CheckResult } from "#core/check/result.ts";
import { domainTargetSchema } from "#core/domain/domain-target.ts";
import { slotInWindow, windowOf } from "#core/schedule/schedule.ts";
import { claimCheckRequests } from "#db/check-request/claim-check-requests.ts";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { requestCheck } from "#db/monitor/request-check.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { loadCheck } from "#db/schedule/load-check.ts";
import { createTrial } from "#db/trial/create-trial.ts";
import { readTrial } from "#db/trial/read-trial.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { runProbe } from "#probes/probe.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { startMailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { startMailHosts } from "#testing/real/mail-hosts.ts";
import { ownAddress } from "#testing/real/own-address.ts";
import { whyNoRealPostfix } from "#testing/real/postfix.ts";
import { startRealDns, whyNoRealDns, type RealDns } from "#testing/real/real-dns.ts";
import { sendWaiting } from "#testing/send-waiting.ts";
import { startChecking } from "#testing/start-checking.ts";
import { untilSo } from "#testing/until.ts";
import { checkNow } from "./check-now.ts";
import { runWindow } from "./run-window.ts";
import { serveTrials } from "./serve-trials.ts";

// A domain monitor as a worker checks it: real DNS, real mail servers, real rows, what is told of it.

const PORT = 2_525;
const [GOOD, TWIN, DEAD, POLICY_AT] = [ownAddress(), ownAddress(), ownAddress(), ownAddress()];

const ADDRESSES = `
good A ${GOOD}
twin A ${TWIN}
dead A ${DEAD}
mta-sts.under-id A ${POLICY_AT}
mta-sts.new-id A ${POLICY_AT}
`;
const POSTURE = '"v=DMARC1; p=reject; rua=mailto:postmaster@test.example"';

/** The zone before something happens, and after it. */
const ZONES = {
  before: `${ADDRESSES}
moved MX 10 good
moved MX 20 twin
moved TXT "v=spf1 mx -all"
_dmarc.moved TXT ${POSTURE}
half MX 10 dead
half MX 10 good
falls MX 10 good
falls MX 20 twin
under-id MX 10 good
_mta-sts.under-id TXT "v=STSv1; id=1"
new-id MX 10 good
_mta-sts.new-id TXT "v=STSv1; id=1"
`,
  after: `${ADDRESSES}
moved MX 10 good
moved MX 30 twin
moved TXT "v=spf1 mx +all"
_dmarc.moved TXT ${POSTURE}
falls MX 10 dead
falls MX 20 twin
under-id MX 10 good
_mta-sts.under-id TXT "v=STSv1; id=1"
new-id MX 10 good
_mta-sts.new-id TXT "v=STSv1; id=2"
`,
};
type When = keyof typeof ZONES;

const policy = (maxAgeS: number) => `version: STSv1\r\nmode: enforce\r\nmx: good.test.example\r\nmax_age: ${maxAgeS}\r\n`;

const targetOf = (name: string) =>
  domainTargetSchema.parse({ kind: "domain", host: `${name}.test.example`, port: PORT, ehloName: "probe.example.net" });

const dnsWith = (records: string) => startRealDns([{ name: "test.example.", signing: "well", records }]);
const changesOf = (monitor: Monitor) => prisma.change.findMany({ where: { monitorId: monitor.id }, orderBy: { id: "asc" } });
const incidentsOf = (monitor: Monitor) => prisma.incident.findMany({ where: { monitorId: monitor.id } });
const healthOf = (monitor: Monitor) => prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });

describe.skipIf(isLeftOut(whyNoRealDns() ?? whyNoRealPostfix()))("a worker checks domains", () => {
  let root: string;
  let dns: Record<When, RealDns>;
  let hosts: Awaited<ReturnType<typeof startMailHosts>>;
  let policies: https.Server;
  let served: string;
  let team: Team;
  let startedAt: number;
  let locationId: number;
  /** Which of the zones the world sees. */
  let when: When;

  beforeAll(async () => {
    const authority = makeAuthority();
    root = authority.cert;
    const certificate = (...names: string[]) =>
      makeCertificate({ names: names.map((name) => `${name}.test.example`), issuer: authority });
    policies = https.createServer(certificate("mta-sts.under-id", "mta-sts.new-id"), (_, response) =>
      response.writeHead(200, { "content-type": "text/plain" }).end(served),
    );
    await once(policies.listen(443, POLICY_AT), "listening");
    const [before, after] = await Promise.all([dnsWith(ZONES.before), dnsWith(ZONES.after)]);
    dns = { before, after };
    hosts = await startMailHosts(
      [
        { addresses: [GOOD], certificate: certificate("good") },
        { addresses: [TWIN], certificate: certificate("twin") },
      ],
      PORT,
    );
  });
  afterAll(async () => {
    policies?.close();
    await Promise.all([dns?.before.remove(), dns?.after.remove(), hosts?.remove()]);
  });

  beforeEach(async () => {
    when = "before";
    served = policy(604_800);
    team = await makeTeam();
    startedAt = Math.floor(Date.now() / 1_000) * 1_000;
    await ensurePartitions(startedAt);
    locationId = await ensureLocation("local");
  });

  function watch(name: string, channels: Awaited<ReturnType<typeof makeChannel>>[] = []): Promise<Monitor> {
    return makeMonitor(team, {
      name,
      target: targetOf(name),
      channels,
      policy: { intervalS: 300, timeLimitS: 20, confirmations: 0, tellOf: [...usuallyTold("domain")] },
    });
  }

  function startWorker() {
    const results: CheckResult[] = [];
    const worker = startChecking(async (target, options) => {
      const dnsServers = [dns[when].resolvers.validating];
      const result = await runProbe(target, { ...options, dnsServers, allowPrivate: true, extraCas: [root] });
      results.push(result);
      return result;
    }, locationId);
    /** Runs a check so many seconds after the beginning. */
    const checkAt = async (monitor: Monitor, seconds: number) => {
      const check = (await loadCheck(monitor.id))!;
      const end = await worker.runCheck({ ...check, slotAt: startedAt + seconds * 1_000 }, Date.now(), true);
      return typeof end === "string" ? end : end.status;
    };
    const stop = async () => {
      await worker.stop();
      expect(worker.lines.filter(({ level }) => level >= 40)).toEqual([]);
    };
    const codes = () => results.at(-1)!.facts.domain!.findings.map(({ code }) => code);
    return { ...worker, checkAt, codes, stop };
  }

  test("when they are due, and the whole report is kept", async () => {
    const monitor = await watch("moved");
    const now = Math.floor(Date.now() / 1_000);
    const windowS = Array.from({ length: 31 }, (_, at) => windowOf(now) - at * 10).find(
      (each) => slotInWindow(monitor.id, monitor.intervalS, each) !== null,
    )!;
    await pool.query(
      "insert into schedule_window (window_at, location_id, shard, shards) values (to_timestamp($1), $2, 0, 1) on conflict do nothing",
      [windowS, locationId],
    );
    const worker = startWorker();
    const window = { windowS, locationId, location: "local", shard: 0, shards: 1 };
    await runWindow(window, worker.runCheck, new AbortController().signal);
    await worker.stop();

    expect(await healthOf(monitor)).toMatchObject({ status: "up", reason: null });
    const transcript = await prisma.transcript.findFirstOrThrow({ where: { monitorId: monitor.id } });
    expect(transcript.facts).toMatchObject({
      domain: { domain: "moved.test.example", mx: { kind: "named", records: 2 } },
      paths: [{ path: `good.test.example ${GOOD}` }, { path: `twin.test.example ${TWIN}` }],
    });
  });

  test("what has changed between two checks is told to who wants it, as of a domain", async () => {
    const receiver = await startMailReceiver();
    const monitor = await watch("moved", [await makeChannel(team, { to: "ops@example.org" })]);
    const { checkAt, stop } = startWorker();
    expect(await checkAt(monitor, 0)).toBe("up");
    expect(await checkAt(monitor, 1)).toBe("up");
    expect(await changesOf(monitor)).toEqual([]);

    when = "after";
    expect(await checkAt(monitor, 2)).toBe("up");
    await stop();
    const changes = await changesOf(monitor);
    expect(changes.map(({ aspect }) => aspect)).toEqual(["mail-servers", "spf", "posture"]);
    expect(changes[0]).toMatchObject({
      before: ["10 good.test.example", "20 twin.test.example"],
      after: ["10 good.test.example", "30 twin.test.example"],
    });
    await sendWaiting(team, [receiver.url]);
    await receiver.stop();
    expect(receiver.received).toHaveLength(1);
    const { subject, text = "" } = receiver.received[0]!.mail;
    expect(subject).toContain("moved.test.example");
    expect(text).toContain(
      "Mail servers of moved.test.example have changed: 30 twin.test.example is new, 20 twin.test.example is gone",
    );
    expect(text).toMatch(/SPF record of moved\.test\.example has changed: v=spf1 mx \+all is new/);
    expect(text).not.toMatch(/\bserver:|:2525/i);
  });

  test("one dead server of two degrades a domain, and nobody is woken for it", async () => {
    const monitor = await watch("half", [await makeChannel(team)]);
    const { checkAt, stop } = startWorker();
    expect(await checkAt(monitor, 0)).toBe("degraded");
    await stop();
    expect(await healthOf(monitor)).toMatchObject({ status: "degraded", reason: "connect.refused" });
    expect(await incidentsOf(monitor)).toEqual([]);
    expect(await prisma.delivery.count({ where: { teamId: team.id } })).toBe(0);
  });

  test("where no preferred server takes mail there is an incident, until one does", async () => {
    const receiver = await startMailReceiver();
    const monitor = await watch("falls", [await makeChannel(team, { to: "ops@example.org" })]);
    const { checkAt, stop } = startWorker();
    expect(await checkAt(monitor, 0)).toBe("up");
    when = "after";
    expect(await checkAt(monitor, 1)).toBe("down");
    const [opened] = await incidentsOf(monitor);
    expect(opened).toMatchObject({ resolvedAt: null, reason: { code: "connect.refused", at: { host: "dead.test.example" } } });
    when = "before";
    expect(await checkAt(monitor, 2)).toBe("up");
    await stop();
    expect(await incidentsOf(monitor)).toMatchObject([{ id: opened!.id, resolvedAt: expect.any(Date) }]);

    await sendWaiting(team, [receiver.url]);
    await receiver.stop();
    const down = receiver.received.find(({ mail }) => mail.subject?.startsWith("Down:"))!;
    expect(down.mail.subject).toBe("Down: falls — dead.test.example: connect refused");
    expect(down.mail.text).toContain("falls.test.example");
    expect(down.mail.text).toContain(`dead.test.example ${DEAD}`);
    expect(down.mail.text).toContain(`nc -vz dead.test.example ${PORT}`);
    expect(down.mail.text).not.toContain("220 "); // what another server said explains nothing
  });

  test("at once, where somebody asks", async () => {
    const monitor = await watch("moved");
    const user = await makeUser({ team });
    const worker = startWorker();
    expect(await requestCheck(team.id, monitor.id, user.id)).toBe("requested");
    expect(await requestCheck(team.id, monitor.id, user.id)).toBe("too-soon");
    const [request] = await claimCheckRequests(locationId, 10);
    expect(request!.monitorId).toBe(monitor.id);
    await checkNow({ monitorId: monitor.id, confirmation: null }, locationId, worker.runCheck);
    await worker.stop();
    expect(await healthOf(monitor)).toMatchObject({ status: "up", lastStatus: "up" });
  });

  test("before they are saved, each line as it is said", async () => {
    const user = await makeUser({ team });
    const worker = startWorker();
    const stopTrials = serveTrials(
      (target, options) =>
        runProbe(target, {
          ...options,
          dnsServers: [dns.before.resolvers.validating],
          allowPrivate: true,
          extraCas: [root],
        }),
      worker.runs,
      worker.outage,
      worker.log,
    );
    const made = await createTrial(team.id, user.id, {
      target: targetOf("half"),
      timeLimitS: 20,
      secret: null,
      fromMonitorId: null,
    });
    if (typeof made === "string") throw new Error(made);
    const trial = await untilSo(
      () => readTrial(team.id, made.trialId),
      (row) => row !== null && row.finishedAt !== null,
      15_000,
    );
    await stopTrials();
    await worker.stop();
    expect(trial!.result).toMatchObject({ status: "degraded", facts: { domain: { domain: "half.test.example" } } });
    expect(trial!.lines.some(({ text }) => text.startsWith("EHLO probe.example.net"))).toBe(true);
  });

  test("a policy for TLS that changes under its id is found for as long as the id stays, and told of once", async () => {
    const monitor = await watch("under-id");
    const { checkAt, codes, stop } = startWorker();
    await checkAt(monitor, 0);
    expect(codes()).toContain("mta-sts.good");
    served = policy(1_209_600);
    await checkAt(monitor, 1);
    expect(codes()).toContain("mta-sts.id-stale");
    const told = await changesOf(monitor);
    expect(told.map(({ aspect }) => aspect)).toEqual(["mta-sts", "posture"]);
    await checkAt(monitor, 2);
    expect(codes()).toContain("mta-sts.id-stale");
    expect(await changesOf(monitor)).toEqual(told);

    served = policy(604_800);
    await checkAt(monitor, 3);
    expect(codes()).not.toContain("mta-sts.id-stale");
    await stop();
  });

  test("an id that changes without its policy is found", async () => {
    const monitor = await watch("new-id");
    const { checkAt, codes, stop } = startWorker();
    await checkAt(monitor, 0);
    when = "after";
    await checkAt(monitor, 1);
    expect(codes()).toContain("mta-sts.id-only");
    await checkAt(monitor, 2);
    expect(codes()).not.toContain("mta-sts.id-only");
    await stop();
  });
});
