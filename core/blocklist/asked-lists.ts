import type { AskedList } from "./blocklist-run.ts";
import type { BlocklistTarget } from "./blocklist-target.ts";
import { CATALOGUE } from "./catalogue/catalogue.ts";
import { zoneOf, type DnsList } from "./dns-list.ts";

/** The lists that a monitor asks: those that were chosen, or else all that answer, with the team's keys in their zones (`keys`, by the ids of lists). */
export function askedLists(
  { lists: chosen }: Pick<BlocklistTarget, "lists">,
  own: readonly DnsList[],
  keys: ReadonlyMap<string, string>,
): AskedList[] {
  const all = [...CATALOGUE, ...own].map((list) => ({ ...list, at: zoneOf(list, keys.get(list.id) ?? null) }));
  return all.filter(({ id, at }) => (chosen === undefined ? at !== null : chosen.includes(id)));
}
