import type { Crossing, RoadCheck } from "./road-check.ts";

/** The channels that are told beside one while its mail may not get through; none where a watched server leaves nobody another. */
export type SecondRoads = readonly string[];

const MOST_NAMED = 3;

/**
 * What a channel's road check says, as sentences: through which servers that the team watches its mail goes, what that means, and what is
 * done about it. Null where it avoids all of them.
 */
export function roadSentence(address: string, check: RoadCheck, secondRoads: SecondRoads): string | null {
  const { arrives, leaves, isOnlyWay } = check;
  if (arrives.length === 0 && leaves.length === 0) return null;
  const ways = [
    ...(arrives.length > 0 ? [`Mail to ${address} arrives through ${through(arrives)}.`] : []),
    ...(leaves.length > 0 ? [`All mail from here leaves through ${through(leaves)}.`] : []),
  ];
  const isSure = leaves.length > 0 || isOnlyWay;
  const isOne = [...arrives, ...leaves].length === 1;
  const lost = `While ${isOne ? "it is" : "they are"} down this mail ${isSure ? "will" : "may"} not arrive`;
  const remedy =
    secondRoads.length === 0
      ? "add a second road"
      : `then ${named(secondRoads)} ${secondRoads.length === 1 ? "is" : "are"} told as well`;
  return [...ways, `${lost}: ${remedy}.`].join(" ");
}

function through(crossings: readonly Crossing[]): string {
  const hosts = named(crossings.map(({ host }) => host));
  const names = [...new Set(crossings.flatMap(({ monitors }) => monitors.map(({ name }) => name)))];
  return `${hosts}, which the ${names.length === 1 ? "monitor" : "monitors"} ${quoted(names)} ${names.length === 1 ? "watches" : "watch"}`;
}

function quoted(names: readonly string[]): string {
  return named(names.map((name) => `“${name}”`));
}

/** A few of them by name, the others by their number. */
function named(names: readonly string[]): string {
  const shown = names.length > MOST_NAMED + 1 ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
