import { expect, onTestFinished, test } from "vitest";
import { changeMonitor, makeMonitor, startTrial } from "#app/_data/monitor/change-monitor.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { blocklistTargetSchema } from "#core/blocklist/blocklist-target.ts";
import { domainTargetSchema } from "#core/domain/domain-target.ts";
import { DEFAULT_POLICY, type Target } from "#core/monitor/monitor.ts";
import type { MonitorDraft } from "#core/monitor/parse-monitor-form.ts";
import { prisma } from "#db/client.ts";
import { resumeMonitor } from "#db/monitor/resume-monitor.ts";
import { letTeamGo } from "#db/team/let-team-go.ts";
import { listFrozenTeams } from "#db/team/list-frozen-teams.ts";
import { wantServers } from "#db/team/want-servers.ts";
import { makeMonitor as addMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { doDuties } from "#worker/duties.ts";
import { freezeDuties, freezeScanners } from "#worker/freeze-scanners.ts";
import { log } from "#worker/log.ts";
import { watchOutage } from "#worker/outage.ts";

// The settings of a test are those of a hosted product.
const told = { channelIds: [], policyId: null };

async function makeEditor(): Promise<Viewer> {
  const { id: teamId, name: teamName } = await makeTeam();
  const { id: userId, email } = await makeUser();
  return { userId, email, teamId, teamName, timeZone: "UTC", role: "owner", isFrozen: false };
}

const smtp = (host: string, port = 25): Target => ({ kind: "smtp", host, port, tls: "starttls", ehloName: "probe.example" });
const domain = (host: string) => domainTargetSchema.parse({ kind: "domain", host, port: 25, ehloName: "probe.example" });
const list = (host: string) => blocklistTargetSchema.parse({ kind: "blocklist", host, entries: [host] });
const draft = (target: Target): MonitorDraft => ({
  name: target.host,
  tags: [],
  target,
  policy: { ...DEFAULT_POLICY, intervalS: 86_400 },
  secret: { kind: "none" },
});
const add = (editor: Viewer, host: string, port?: number) => makeMonitor(editor, draft(smtp(host, port)), told);
const tried = (editor: Viewer, host: string) =>
  startTrial(editor, { target: smtp(host), timeLimitS: 5, secret: { kind: "none" } }, null);

/** Why it was refused, or that it was not. */
function said(outcome: object | string): string {
  if (typeof outcome === "string") return outcome;
  return "refused" in outcome ? (outcome.refused as { sentence: string }).sentence : "done";
}

test("1,000 hosts of one network: the limit stops them, and the team is frozen within minutes", { timeout: 120_000 }, async () => {
  const editor = await makeEditor();
  const { id: before } = await addMonitor({ id: editor.teamId } as Awaited<ReturnType<typeof makeTeam>>);
  await prisma.monitor.update({ where: { id: before }, data: { createdAt: new Date(Date.now() - 86_400_000) } });
  const stop = new AbortController();
  const duties = doDuties(freezeDuties(false), stop.signal, watchOutage(log, "the database"), log);
  onTestFinished(async () => {
    stop.abort();
    await duties;
  });

  const beganAt = Date.now();
  const outcomes: string[] = [];
  for (let at = 0; at < 1_000; at++) outcomes.push(said(await add(editor, `8.8.${Math.floor(at / 250)}.${at % 250}`)));
  const made = outcomes.filter((outcome) => outcome === "done").length;
  expect(made).toBeLessThanOrEqual(50);
  expect(outcomes.at(-1)).toMatch(/at most 50 hosts|looks like a scan/);

  const frozenAt = async () => (await prisma.team.findUniqueOrThrow({ where: { id: editor.teamId } })).frozenAt;
  await expect.poll(frozenAt, { timeout: 60_000, interval: 200 }).not.toBeNull();
  const frozenS = ((await frozenAt())!.getTime() - beganAt) / 1000;
  const running = () => prisma.monitor.findMany({ where: { teamId: editor.teamId, pausedAt: null } });
  await expect.poll(running, { timeout: 30_000 }).toMatchObject([{ id: before }]);
  printFigure("S13", `1,000 hosts wanted, ${made} made; frozen ${frozenS.toFixed(1)} s after the first, all ${made} paused`);
  expect(frozenS).toBeLessThan(300);
});

test("a frozen team makes, tries and resumes nothing new, and edits what it had; let go again, it does all of it", async () => {
  const editor = await makeEditor();
  const { teamId } = editor;
  const old = await addMonitor({ id: teamId } as Awaited<ReturnType<typeof makeTeam>>, { target: { host: "8.8.4.4", port: 25 } });
  await prisma.monitor.update({ where: { id: old.id }, data: { createdAt: new Date(Date.now() - 86_400_000) } });
  const made: number[] = [];
  for (let at = 0; at < 20; at++) {
    const outcome = await add(editor, `1.1.1.${at}`);
    if (typeof outcome === "object" && "monitorId" in outcome) made.push(outcome.monitorId);
  }
  expect(made).toHaveLength(20);
  expect(await freezeScanners()).toEqual({ teams: 1, monitors: 20 });
  expect(await freezeScanners()).toEqual({ teams: 0, monitors: 0 });
  const [frozen] = (await listFrozenTeams()).filter((each) => each.teamId === teamId);
  expect(frozen).toMatchObject({ why: "20 addresses of 1.1.1.0/24 within an hour." });

  expect(said(await add(editor, "9.9.9.9"))).toMatch(/looks like a scan/);
  expect(said(await tried(editor, "8.8.4.4"))).toMatch(/looks like a scan/);
  expect(await resumeMonitor(teamId, made[0]!)).toBe(false);
  const edited = draft(smtp("8.8.4.4"));
  expect(await changeMonitor(editor, old.id, old.revision, edited, told)).toBe("edited");
  const elsewhere = await changeMonitor(editor, old.id, old.revision + 1, draft(smtp("9.9.9.9")), told);
  expect(said(elsewhere)).toMatch(/looks like a scan/);

  const paused = await letTeamGo(teamId);
  expect(paused?.toSorted((one, other) => one - other)).toEqual(made);
  expect(await letTeamGo(teamId)).toBeNull();
  expect(await resumeMonitor(teamId, made[0]!)).toBe(true);
  expect(said(await add(editor, "9.9.9.9"))).toBe("done");
  expect(await freezeScanners()).toEqual({ teams: 0, monitors: 0 });
});

test("names that lead into one network are seen by where their checks connected", async () => {
  const editor = await makeEditor();
  const { id: locationId } = await prisma.location.create({ data: { name: "here" } });
  for (let at = 0; at < 20; at++) {
    const made = await add(editor, `h${at}.example.net`);
    const { monitorId } = made as { monitorId: number };
    const seen = { status: "up" as const, stages: [], warnings: [], lines: [], facts: { address: `9.9.9.${at}` } };
    await prisma.transcript.create({ data: { monitorId, locationId, slotAt: new Date(), ...seen } });
  }
  await prisma.domainProof.create({ data: { teamId: editor.teamId, domain: "example.net", token: "t", provedAt: new Date() } });
  expect(await freezeScanners()).toMatchObject({ teams: 0 });
  await prisma.domainProof.deleteMany({ where: { teamId: editor.teamId } });
  expect(await freezeScanners()).toMatchObject({ teams: 1 });
});

test("hosts are counted over monitors, trials and edits, and those that are proved are not", async () => {
  const { teamId } = await makeEditor();
  const want = (host: string, what: "monitor" | "edit" | "trial") =>
    wantServers(teamId, { target: smtp(host), what }, { monitors: 2, unprovedHosts: 3 });
  expect(await want("a.example", "monitor")).toBeNull();
  expect(await want("b.example", "edit")).toBeNull();
  expect(await want("c.example", "trial")).toBeNull();
  expect(await want("c.example", "trial")).toBeNull();
  expect(await want("d.example", "monitor")).toBe("hosts");
  await prisma.domainProof.create({ data: { teamId, domain: "example", token: "t", provedAt: new Date() } });
  expect(await want("d.example", "monitor")).toBeNull();
  expect(await want("192.0.2.1", "trial")).toBeNull();

  await prisma.wantedServer.updateMany({ where: { teamId }, data: { wantedAt: new Date(Date.now() - 2 * 86_400_000) } });
  for (let at = 0; at < 2; at++) await addMonitor({ id: teamId } as Awaited<ReturnType<typeof makeTeam>>);
  expect(await want("e.example", "monitor")).toBe("monitors");
  expect(await want("e.example", "trial")).toBeNull();
});

test("a domain counts as a host, and a blocklist monitor, which connects to nothing, only as a monitor", async () => {
  const editor = await makeEditor();
  const outcomes: string[] = [];
  for (let at = 0; at < 60; at++) outcomes.push(said(await makeMonitor(editor, draft(domain(`customer${at}.example`)), told)));
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(50);
  expect(outcomes.slice(50).every((outcome) => /at most 50 hosts/.test(outcome))).toBe(true);

  const { teamId } = await makeEditor();
  const limits = { monitors: 3, unprovedHosts: 1 };
  for (let at = 0; at < 3; at++) {
    expect(await wantServers(teamId, { target: list(`192.0.2.${at}`), what: "monitor" }, limits)).toBeNull();
    await addMonitor({ id: teamId } as Awaited<ReturnType<typeof makeTeam>>, { target: list(`192.0.2.${at}`) });
  }
  expect(await wantServers(teamId, { target: list("192.0.2.9"), what: "monitor" }, limits)).toBe("monitors");
});
