import { beforeEach, expect, test } from "vitest";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { allowAddress } from "#db/revocation/allow-address.ts";
import { findRevocable } from "#db/revocation/find-revocable.ts";
import { revokeAddress } from "#db/revocation/revoke-address.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { keptLog } from "#testing/kept-log.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { createMailflowRuns, type Inbound } from "./mailflow-runs.ts";
import { watchOutage } from "./outage.ts";

const ADA = "ada@example.org";
const INTERVAL_S = 300;
const NO_LIMITS = { ofTeam: 0, toDomain: 0 };

const scriptTo = (...recipients: string[]) => `version: 1
servers:
  mx: { protocol: smtp, host: mx.example.org, port: 25, tls: none }
steps:
  - smtp: connect
    server: mx
  - smtp: ehlo
  - smtp: mail
    from: ""
${recipients.map((to) => `  - smtp: rcpt\n    to: ${to}\n`).join("")}  - smtp: data
`;

let team: Team;
let monitor: Monitor;

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team, { policy: { intervalS: INTERVAL_S } });
  await prisma.mailflowDomainUse.deleteMany();
});

function check(wishes: Partial<DueCheck> = {}, script = scriptTo(ADA)): DueCheck {
  const target: MailflowTarget = { kind: "mailflow", host: "mx.example.org", port: 25, script };
  const slotAt = Math.floor(Date.now() / 1_000) * 1_000;
  const own = { monitorId: monitor.id, teamId: team.id, revision: 1, target, intervalS: INTERVAL_S, timeLimitS: 60, sealed: null };
  return { ...own, memory: { hasOfferedStarttls: false, isLoginRefused: false }, slotAt, ...wishes };
}

const runsWith = (means: Partial<Parameters<typeof createMailflowRuns>[0]> = {}) =>
  createMailflowRuns({ outage: watchOutage(keptLog().log, "the database"), needsProof: true, limits: NO_LIMITS, ...means });
async function runOf(means: Parameters<typeof runsWith>[0] = {}, ...of: Parameters<typeof check>) {
  const run = await runsWith(means).ofCheck(check(...of));
  if (run === undefined || run === "over") throw new Error("There is no run.");
  return run;
}
const prove = (mailbox: string) => prisma.recipient.create({ data: { teamId: team.id, mailbox, provedAt: new Date() } });

test("a mailbox that nobody has confirmed is sent nothing, and one that somebody has is (S11)", async () => {
  const run = await runOf();
  expect(await run.send([ADA])).toBe("Nobody has confirmed yet that ada@example.org may be written to: Settings, Recipients.");
  await prisma.recipient.create({ data: { teamId: team.id, mailbox: ADA } }); // asked for, and not confirmed
  expect(await run.send([ADA])).toMatch(/^Nobody has confirmed/);
  expect(await prisma.mailflowRun.count({ where: { teamId: team.id, sentAt: { not: null } } })).toBe(0);
  await prisma.recipient.updateMany({ where: { mailbox: ADA }, data: { provedAt: new Date() } });
  expect(await run.send(["Ada@Example.org", "bob@example.org"])).toMatch(/bob@example.org/);
  expect(await run.send(["Ada@Example.org"])).toBeNull();
  const { recipients } = await prisma.mailflowRun.findUniqueOrThrow({ where: { token: run.token } });
  expect(recipients).toEqual([ADA]);
});

test("another team's word is none, and a proof of the domain counts for every mailbox in it", async () => {
  const { id } = await makeTeam();
  await prisma.recipient.create({ data: { teamId: id, mailbox: ADA, provedAt: new Date() } });
  const run = await runOf();
  expect(await run.send([ADA])).toMatch(/^Nobody has confirmed/);
  await prisma.domainProof.create({ data: { teamId: team.id, domain: "example.org", token: "x", provedAt: new Date() } });
  expect(await run.send([ADA, "bob@mail.example.org"])).toBeNull();
});

test("on a machine of one's own nothing is asked for, but who wants none gets none there either", async () => {
  await revokeAddress(team.id, ADA);
  const run = await runOf({ needsProof: false });
  expect(await run.send([ADA])).toBe("Whoever reads ada@example.org wants no messages from your team.");
  await allowAddress(team.id, ADA);
  expect(await run.send([ADA])).toBeNull();
});

test("the message says where to stop them, and whoever does is sent none, whatever was proved before", async () => {
  await prove(ADA);
  const run = await runOf();
  const link = new URL(run.from.abuse).searchParams.get("link");
  expect(run.from.abuse).not.toContain("ada");
  const found = (await findRevocable(link))!;
  expect(found).toMatchObject({ teamId: team.id, address: ADA, isTested: true, kinds: [] });
  await revokeAddress(found.teamId, found.address);
  expect(await run.send([ADA])).toMatch(/wants no messages/);
  await allowAddress(team.id, ADA);
  expect(await run.send([ADA])).toMatch(/^Nobody has confirmed/); // a new code is needed
});

test("a recipient of a proved domain has such a link, too, once it was written to", async () => {
  await prisma.domainProof.create({ data: { teamId: team.id, domain: "example.org", token: "x", provedAt: new Date() } });
  const run = await runOf();
  const link = new URL(run.from.abuse).searchParams.get("link");
  expect(await findRevocable(link)).toBeNull();
  await run.send([ADA]);
  expect(await findRevocable(link)).toMatchObject({ address: ADA, isTested: true });
});

test("of several recipients, or one that a variable names, the operator hears", async () => {
  const several = await runOf({}, {}, scriptTo(ADA, "bob@example.org"));
  const variable = await runOf({}, { slotAt: Date.now() - 60_000 }, scriptTo("ada+${token}@example.org"));
  expect([several.from.abuse, variable.from.abuse]).toEqual(["http://localhost:3000", "http://localhost:3000"]);
});

test("the limits of a day are told as such (S12)", async () => {
  const limits = { ofTeam: 2, toDomain: 1 };
  const runs = await Promise.all([1, 2, 3].map((slot) => runOf({ needsProof: false, limits }, { slotAt: slot * 1_000_000 })));
  expect(await runs[0]!.send([ADA])).toBeNull();
  expect(await runs[1]!.send([ADA])).toBe("example.org has been sent all of the 1 test messages that may go there in a day (UTC).");
  expect(await runs[1]!.send(["ada@example.net"])).toBeNull();
  expect(await runs[2]!.send(["ada@example.com"])).toBe(
    "Your team has sent all of the 2 test messages that it may send in a day (UTC).",
  );
});

test("a monitor sends one message in an interval, however often somebody looks again (S12)", async () => {
  const slotAt = Math.floor(Date.now() / 1_000) * 1_000;
  const looks = [{ slotAt }, ...[6, 12, 18, 299].map((s) => ({ slotAt: slotAt + s * 1_000, looksAgain: true }))];
  let sent = 0;
  for (const look of looks) {
    const run = await runOf({ needsProof: false }, look);
    if (run.sentAt !== null) continue;
    expect(await run.send([ADA])).toBeNull();
    await run.sent("accepted");
    sent++;
  }
  expect(sent).toBe(1);
  const next = await runOf({ needsProof: false }, { slotAt: slotAt + INTERVAL_S * 1_000 });
  expect(next).toMatchObject({ sentAt: null, missing: [{ sentAt: expect.any(Number) }] });
});

test("mail comes to the address of its owner, which needs no proof", async () => {
  const asked: unknown[] = [];
  const inbound: Inbound = {
    addressOf: async (owner) => ("monitorId" in owner ? `m${owner.monitorId}@in.example.net` : null),
    receive: async (...wish) => (asked.push(wish), { raw: Buffer.from("mail"), arrivedAt: 7 }),
    receiveLate: async () => [],
  };
  const run = await runOf({ inbound });
  const address = `m${monitor.id}@in.example.net`;
  expect(run.inbound).toBe(address);
  expect(await run.send([address])).toBeNull();
  expect(await run.receive(50)).toMatchObject({ arrivedAt: 7 });
  expect(asked).toEqual([[address, run.token, 50]]);
  expect(await (await runOf({}, { slotAt: 1_000 })).receive(50)).toBeNull();
});

test("what came to that address after its run had ended is asked for by the next one, and no longer missing once it is noted", async () => {
  const arrivedAt = Date.now();
  const first = await runOf({ needsProof: false });
  await first.send([ADA]);
  await first.sent("accepted");
  const inbound: Inbound = {
    addressOf: async () => "m@in.example.net",
    receive: async () => null,
    receiveLate: async (_, tokens) => tokens.map((token) => ({ token, arrivedAt })),
  };
  const next = await runOf({ inbound }, { slotAt: Math.floor(arrivedAt / 1_000) * 1_000 + INTERVAL_S * 1_000 });
  expect(next.missing).toMatchObject([{ token: first.token }]);
  expect(await next.receiveLate()).toEqual([{ token: first.token, arrivedAt }]);
  await next.found({ token: first.token, arrivedAt, folder: next.inbound!, isJunk: false });
  const row = await prisma.mailflowRun.findUniqueOrThrow({ where: { token: first.token } });
  expect(row).toMatchObject({ arrivedAt: new Date(arrivedAt), folder: "m@in.example.net", isJunk: false });
  const last = await runOf({ inbound }, { slotAt: arrivedAt + 2 * INTERVAL_S * 1_000 });
  expect(last.missing).toEqual([]);
  expect(await last.receiveLate()).toEqual([]);
});

test("what is no script has no run, and of a found message there is nothing to do", async () => {
  const plain = { kind: "smtp", host: "mx.example.org", port: 25, tls: "none", ehloName: "probe.example" } as const;
  expect(await runsWith().ofCheck(check({ target: plain }))).toBeUndefined();
  const run = await runOf({ needsProof: false });
  await run.send([ADA]);
  await run.found({ token: run.token, arrivedAt: Date.now(), folder: "Junk", isJunk: true });
  expect(await runsWith().ofCheck(check({ looksAgain: true }))).toBe("over");
});

test("a trial has a run of its own, with the same limits", async () => {
  const { id: userId } = await makeUser({ team });
  const { target } = check();
  const make = async () => (await prisma.trial.create({ data: { teamId: team.id, userId, target, timeLimitS: 30 } })).id;
  const trial = async () => ({ trialId: await make(), teamId: team.id, target, timeLimitS: 30, sealed: null });
  const runs = runsWith({ limits: { ofTeam: 1, toDomain: 0 } });
  const [one, other] = [(await runs.ofTrial(await trial()))!, (await runs.ofTrial(await trial()))!];
  expect(await one.send([ADA])).toMatch(/^Nobody has confirmed/);
  await prove(ADA);
  expect(await one.send([ADA])).toBeNull();
  expect(await other.send([ADA])).toMatch(/^Your team has sent/);
  expect(one.missing).toEqual([]);
});
