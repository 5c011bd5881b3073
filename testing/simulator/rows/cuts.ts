import { none, within, type Figure } from "#testing/faults/figure.ts";
import type { Form, Row } from "../row.ts";
import { DAY, HOUR, MINUTE, incidentsOf, locations, scene, START, timesSaid } from "../scenes.ts";
import { simulate } from "../simulate.ts";
import type { SimulatedLocation } from "../world.ts";

const TROUBLE = [{ from: START + HOUR, to: START + 3 * HOUR }];

type Case = [name: string, count: number, ...otherwise: Partial<SimulatedLocation>[]];

const AMONG_OTHERS: Case[] = [
  ["one of three cut off", 3, { cut: TROUBLE }],
  ["one of three cut off, and it notices", 3, { cut: TROUBLE, noticesCuts: true }],
  ["the resolver of one of three lies", 3, { lying: TROUBLE }],
  ["two of three cut off, and they notice", 3, { cut: TROUBLE, noticesCuts: true }, { cut: TROUBLE, noticesCuts: true }],
  ["one of two cut off", 2, { cut: TROUBLE }],
];
const ALONE: Case[] = [
  ["the only location cut off", 1, { cut: TROUBLE, noticesCuts: true }],
  ["all three cut off", 3, ...Array.from({ length: 3 }, () => ({ cut: TROUBLE, noticesCuts: true }))],
];
const DEAF: Case[] = [
  ["the resolver of one of three is down", 3, { deaf: TROUBLE }],
  ["the resolver of the only location is down", 1, { deaf: TROUBLE }],
];

/** C03: a location without a network, or with a wrong one, is not believed. */
export const cutOff: Row = {
  id: "C03",
  what: "Two hours in which locations reach nobody, or know no name, while every server is up and none of the checks of others is lost.",
  run: (form) => AMONG_OTHERS.flatMap((each) => figuresOf(each, form)),
};

/** C06: nothing of our own network is a server's fault. */
export const ownNetworkDead: Row = {
  id: "C06",
  what: "Every location reaches nobody for two hours, as its self-test finds.",
  run: (form) => ALONE.flatMap((each) => figuresOf(each, form)),
};

/** F11: a resolver that does not answer is not a server's fault. */
export const resolverDown: Row = {
  id: "F11",
  what: "The resolver of a location does not answer for two hours.",
  run: (form) => DEAF.flatMap((each) => figuresOf(each, form)),
};

function figuresOf([name, count, ...otherwise]: Case, form: Form): Figure[] {
  const { watched, leftOutAt } = simulate(
    scene({
      monitors: form === "full" ? 1_000 : 20,
      to: START + (form === "full" ? DAY : 5 * HOUR),
      locations: locations(count, ...otherwise),
    }),
  );
  const blind = otherwise.flatMap((each, at) => (count > 2 && (each.lying || (each.cut && !each.noticesCuts)) ? [at + 1] : []));
  const marked = blind.map((id) =>
    within(`${name}: left out after`, (leftOutAt.get(id) ?? Infinity) - TROUBLE[0]!.from, 3 * MINUTE),
  );
  return [
    ...marked,
    none(`${name}: alerts`, incidentsOf(watched)),
    none(`${name}: times a monitor was said to be down`, timesSaid(watched, "down")),
  ];
}
