import { expect, test } from "vitest";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { createMaintenance } from "../maintenance/create-maintenance.ts";
import { changeTags } from "./change-tags.ts";

const tagsOf = async (id: number) => (await prisma.monitor.findUniqueOrThrow({ where: { id } })).tags;

test("tags are added once, in order, and others taken away, of many monitors at once", async () => {
  const team = await makeTeam();
  const [one, two] = [await makeMonitor(team, { tags: ["berlin", "mx"] }), await makeMonitor(team)];
  expect(await changeTags(team.id, [one.id, two.id], { add: ["mx", "new"], remove: ["berlin"] })).toBe(2);
  expect(await tagsOf(one.id)).toEqual(["mx", "new"]);
  expect(await tagsOf(two.id)).toEqual(["mx", "new"]);
});

test("where one would have more than ten, none is changed", async () => {
  const team = await makeTeam();
  const full = await makeMonitor(team, { tags: Array.from({ length: 10 }, (_, at) => `tag ${at}`) });
  const empty = await makeMonitor(team);
  expect(await changeTags(team.id, [full.id, empty.id], { add: ["one more"], remove: [] })).toBe("too-many");
  expect(await tagsOf(full.id)).toHaveLength(10);
  expect(await tagsOf(empty.id)).toEqual([]);
});

test("monitors of another team stay as they are", async () => {
  const theirs = await makeMonitor(await makeTeam(), { tags: ["theirs"] });
  expect(await changeTags((await makeTeam()).id, [theirs.id], { add: ["ours"], remove: ["theirs"] })).toBe(0);
  expect(await tagsOf(theirs.id)).toEqual(["theirs"]);
});

test("a tag that is in maintenance puts its new monitors into it, and losing it takes them out", async () => {
  const team = await makeTeam();
  const monitor = await makeMonitor(team);
  const startsAt = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
  const moving = { name: "Moving", startsAt, timeZone: "UTC", durationMin: 120, rule: null };
  await createMaintenance(team.id, { ...moving, isForAll: false, tags: ["moving"], monitorIds: [] }, Date.now());
  const statusOf = async () => (await prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } })).status;
  await changeTags(team.id, [monitor.id], { add: ["moving"], remove: [] });
  expect(await statusOf()).toBe("maintenance");
  await changeTags(team.id, [monitor.id], { add: [], remove: ["moving"] });
  expect(await statusOf()).toBe("unknown");
});
