import { expect, test } from "vitest";
import { randomFrom } from "#testing/fuzz/random.ts";
import { createEventQueue } from "./event-queue.ts";
import { anOutageEach, HOUR, incidentsOf, locations, MINUTE, scene, START, timesSaid, USUAL } from "./scenes.ts";
import { simulate, type Scenario } from "./simulate.ts";
import { stretchAt } from "./stretch.ts";

const outages = anOutageEach(randomFrom(3), 20, ["refuses", "silent"], START + 10 * MINUTE);
const troubled = (seed: number): Scenario =>
  scene({
    seed,
    monitors: 20,
    to: START + 9 * HOUR,
    locations: locations(3, { cut: [{ from: START + HOUR, to: START + 2 * HOUR }] }, { skewS: 4 }),
    world: { outagesOf: (monitorId) => outages.get(monitorId)!, losesOneIn: 20 },
  });

test("the same seed comes to the same, and another seed to something else", () => {
  const once = simulate(troubled(1));
  expect(simulate(troubled(1))).toEqual(once);
  expect(simulate(troubled(2)).bad).not.toBe(once.bad);
});

test("a good world is checked once a slot, is up and stays so", () => {
  const { watched, checks, looks, missed } = simulate(scene({ monitors: 5, to: START + HOUR }));
  expect({ checks, looks, missed }).toEqual({ checks: 300, looks: 0, missed: 0 });
  expect(watched.map(({ transitions }) => transitions.map(({ to }) => to))).toEqual(Array.from({ length: 5 }, () => ["up"]));
});

test("where too few checks have to agree, losses are false alerts: the simulation can fail", () => {
  const lossy = { monitors: 20, to: START + HOUR, world: { outagesOf: () => [], losesOneIn: 5 } };
  expect(incidentsOf(simulate(scene({ ...lossy, policy: { ...USUAL, confirmations: 1 } })).watched)).toBeGreaterThan(5);
});

test("a location that nobody outvotes is believed: two that are cut off and do not notice are a majority", () => {
  const cut = [{ from: START + HOUR, to: START + 2 * HOUR }];
  const { watched } = simulate(scene({ monitors: 5, to: START + 3 * HOUR, locations: locations(3, { cut }, { cut }) }));
  expect(timesSaid(watched, "down")).toBe(5);
});

test("every check of a location that was split off is written when it is back", () => {
  const split = [{ from: START + HOUR, to: START + HOUR + 5 * MINUTE }];
  const late: number[] = [];
  simulate(
    scene({
      monitors: 20,
      to: START + 2 * HOUR,
      locations: locations(2, { split }),
      onJudged: (_, { startedAt }, at) => void (at - startedAt > MINUTE && late.push(at)),
    }),
  );
  expect(late.length).toBeGreaterThan(0);
  expect(late.every((at) => at >= split[0]!.to)).toBe(true);
});

test("events come in the order of their instants, and of their adding at the same one", () => {
  const random = randomFrom(5);
  const queue = createEventQueue<number>();
  const added = Array.from({ length: 500 }, (_, order) => ({ at: random.whole(50), event: order }));
  for (const { at, event } of added) queue.add(at, event);
  const taken = [];
  for (let next = queue.takeBefore(40); next !== null; next = queue.takeBefore(40)) taken.push({ at: next.at, event: next.event });
  expect(taken).toEqual(added.filter(({ at }) => at < 40).toSorted((a, b) => a.at - b.at || a.event - b.event));
});

test("a stretch begins with its first millisecond and ends before its last", () => {
  const stretches = [
    { from: 10, to: 20 },
    { from: 20, to: 30 },
    { from: 50, to: 60 },
  ];
  expect([9, 10, 19, 20, 29, 30, 50, 60].map((at) => stretchAt(stretches, at)?.from ?? null)).toEqual([
    null,
    10,
    10,
    20,
    20,
    null,
    50,
    null,
  ]);
});
