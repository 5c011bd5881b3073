import { expect, test } from "vitest";
import { uptimeOf } from "#core/uptime/uptime.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { listTransitionsSince } from "./list-transitions-since.ts";
import { listTransitions } from "./list-transitions.ts";

const at = (ms: number) => new Date(1_800_000_000_000 + ms);

test("uptime needs the changes of a window and the one before it, to the millisecond", async () => {
  const team = await makeTeam();
  const [monitor, quiet] = [await makeMonitor(team), await makeMonitor(team)];
  const change = (ms: number, from: "up" | "down" | "unknown", to: "up" | "down") =>
    prisma.transition.create({ data: { monitorId: monitor.id, at: at(ms), confirmedAt: at(ms + 5), from, to } });
  await change(-9_000, "unknown", "up");
  await change(-5_000, "up", "down");
  await change(333, "down", "up");

  const changes = await listTransitionsSince(team.id, [monitor.id, quiet.id], at(0));
  expect(changes.get(quiet.id)).toEqual([]);
  expect(changes.get(monitor.id)).toEqual([
    { at: at(-5_000).getTime(), from: "up", to: "down" },
    { at: at(333).getTime(), from: "down", to: "up" },
  ]);
  expect(uptimeOf(changes.get(monitor.id)!, at(0).getTime(), at(1_000).getTime()).share).toBe(0.667);

  const history = await listTransitions(team.id, monitor.id, 2);
  expect(history.map((each) => each.at)).toEqual([at(333), at(-5_000)]);
  expect(history[0]).toMatchObject({ from: "down", to: "up", confirmedAt: at(338), hasTranscript: false });
});

test("another team's changes are not told", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const { id } = await makeMonitor(team);
  await prisma.transition.create({ data: { monitorId: id, at: at(0), confirmedAt: at(0), from: "unknown", to: "up" } });
  expect((await listTransitionsSince(stranger.id, [id], at(0))).get(id)).toEqual([]);
  expect(await listTransitions(stranger.id, id, 5)).toEqual([]);
});
