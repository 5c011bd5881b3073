import { beforeAll, beforeEach, expect, test } from "vitest";
import type { EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { prisma } from "#db/client.ts";
import { saveContact } from "#db/contact/save-contact.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { savePolicy } from "#db/policy/save-policy.ts";
import { recordResults } from "#db/result/record-results.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { takeSteps } from "./take-steps.ts";

const SLOT = Date.now() - 600_000;

let team: Team;
let [first, second]: Channel[] = [];

beforeAll(() => ensurePartitions(SLOT));
beforeEach(async () => {
  await prisma.escalation.deleteMany();
  team = await makeTeam();
  [first, second] = [await makeChannel(team), await makeChannel(team)];
});

/** The second channel is told an hour after the first; nobody waits for that here. */
const later = (): EscalationPolicy => ({
  down: { steps: [stepOf(0, first), stepOf(3_600, second)], repeat: null },
  degraded: null,
  change: null,
  quietHours: null,
  acknowledgedForS: null,
});
const stepOf = (afterS: number, channel: Channel | undefined) => ({ afterS, tell: [{ channelId: channel!.id }] });

const policyFor = (draft: { policy?: EscalationPolicy; tags?: string[]; isDefault?: boolean }) =>
  savePolicy(team.id, null, { name: "Policy", policy: later(), tags: [], isDefault: false, ...draft });
const monitorWith = (wishes: Parameters<typeof makeMonitor>[1] = {}) =>
  makeMonitor(team, { policy: { intervalS: 60, confirmations: 0 }, ...wishes });
async function fail(...monitors: Monitor[]): Promise<void> {
  await recordResults(await Promise.all(monitors.map((monitor) => makeCheck(monitor, "down", SLOT))));
}
const toldOf = async ({ id: monitorId }: Monitor) => {
  const deliveries = await prisma.delivery.findMany({ where: { monitorId }, orderBy: { id: "asc" } });
  return deliveries.map(({ channelId }) => channelId);
};
async function letPass(minutes: number): Promise<void> {
  const s = minutes * 60;
  await prisma.$executeRaw`update escalation set began_at = began_at - ${s} * interval '1 s', look_at = look_at - ${s} * interval '1 s'`;
  await prisma.$executeRaw`update telling set run_at = run_at - ${s} * interval '1 s', at = at - ${s} * interval '1 s'`;
}

test("what is due at once is in the outbox when the results are recorded", async () => {
  await policyFor({ isDefault: true });
  const monitor = await monitorWith();
  await fail(monitor);
  expect(await toldOf(monitor)).toEqual([first!.id]);
});

test("of fifty who take a step at once one does, and taking it again tells nobody", async () => {
  await policyFor({ isDefault: true });
  const monitor = await monitorWith();
  await fail(monitor);
  await letPass(60);
  for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 10 }, () => takeSteps(10)));
  expect(await toldOf(monitor)).toEqual([first!.id, second!.id]);
  await prisma.escalation.updateMany({ data: { lookAt: new Date(0) } });
  await takeSteps(10);
  expect(await toldOf(monitor)).toEqual([first!.id, second!.id]);
});

test("what nobody has taken after three minutes goes another road, though nothing else happens", async () => {
  const channelIds = [first!.id, second!.id];
  const { contactId } = (await saveContact(team.id, null, { name: "Ada", userId: null, channelIds })) as { contactId: number };
  await policyFor({
    policy: { ...later(), down: { steps: [{ afterS: 0, tell: [{ contactId }] }], repeat: null } },
    isDefault: true,
  });
  const monitor = await monitorWith();
  await fail(monitor);
  await letPass(2);
  await takeSteps(10);
  expect(await toldOf(monitor)).toEqual([first!.id]);
  await letPass(1);
  await takeSteps(10);
  expect(await toldOf(monitor)).toEqual([first!.id, second!.id]);
});

test("a monitor is told of by its own policy, else by its tag's, else by the team's, else on its own channels", async () => {
  const own = await makeChannel(team);
  const plain = await monitorWith({ channels: [own] });
  await fail(plain);
  expect(await toldOf(plain)).toEqual([own.id]);

  const { policyId } = (await policyFor({})) as { policyId: number };
  const bySecond = { ...later(), down: { steps: [stepOf(0, second)], repeat: null } };
  await policyFor({ policy: bySecond, tags: ["mx"] });
  await policyFor({
    policy: { ...bySecond, down: { steps: [{ afterS: 0, tell: [{ channelsOf: "monitor" }] }], repeat: null } },
    isDefault: true,
  });
  const named = await prisma.monitor.update({ where: { id: (await monitorWith({ tags: ["mx"] })).id }, data: { policyId } });
  const tagged = await monitorWith({ tags: ["mx"] });
  const other = await monitorWith({ channels: [own] });
  await fail(named, tagged, other);
  expect([await toldOf(named), await toldOf(tagged), await toldOf(other)]).toEqual([[first!.id], [second!.id], [own.id]]);
});

test("nobody of another team is told, whatever a policy says, and nobody whose address is not confirmed", async () => {
  const stranger = await makeChannel(await makeTeam());
  expect(await policyFor({ policy: { ...later(), down: { steps: [stepOf(0, stranger)], repeat: null } } })).toBe("foreign");
  await prisma.channel.update({ where: { id: first!.id }, data: { verifiedAt: null } });
  await policyFor({ isDefault: true });
  const monitor = await monitorWith();
  await fail(monitor);
  expect(await toldOf(monitor), "the step reaches nobody and hands on").toEqual([second!.id]);
});

test("an escalation that cannot be read loses no result and keeps no other from being told of", async () => {
  await policyFor({ isDefault: true });
  const [broken, whole] = [await monitorWith(), await monitorWith()];
  await prisma.escalationPolicy.create({
    data: { teamId: team.id, name: "Broken", policy: {}, monitors: { connect: { id: broken.id } } },
  });
  await fail(broken, whole);
  expect(await prisma.incident.count({ where: { teamId: team.id } })).toBe(2);

  const { looked, faults } = await takeSteps(10);
  expect([looked, faults.length]).toEqual([2, 1]);
  expect([await toldOf(broken), await toldOf(whole)]).toEqual([[], [first!.id]]);
  expect((await takeSteps(10)).looked, "it is looked at again in a while, and not at once").toBe(0);
});
