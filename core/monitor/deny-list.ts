import { addressKey, rangeKeys } from "../check/address-key.ts";

/** The targets that are not to be watched because whoever runs them said so. Every check asks it, so it answers in a few microseconds. */
export type DenyList = {
  /** Whether a name, or one that it is under, is on it. */
  hasName(this: void, host: string): boolean;
  /** Whether an address is on it, by itself or in a range. */
  hasAddress(this: void, literal: string): boolean;
};

/** What is said of everything on the list, when it is saved and when it is checked. Who asked for it is nobody's business. */
export const DENIED = "Whoever runs this server does not want it to be watched.";

/** The list of these addresses, ranges and domains, each as core/monitor/denied-target.ts spells it. */
export function denyListOf(targets: readonly string[]): DenyList {
  const ranges = targets.map(rangeOf);
  const names = new Set(targets.filter((_, at) => ranges[at] === null));
  const { firsts, lasts } = joined(ranges.filter((range) => range !== null));

  const hasName = (host: string) => {
    if (names.size === 0) return false;
    const name = host.toLowerCase().replace(/\.$/, "");
    for (let from = 0; ; from = name.indexOf(".", from) + 1) {
      if (names.has(name.slice(from))) return true;
      if (!name.includes(".", from)) return false;
    }
  };
  const hasAddress = (literal: string) => {
    if (firsts.length === 0) return false;
    const key = addressKey(literal);
    if (key === null) return false;
    const before = lastUpTo(firsts, key);
    return before !== -1 && key <= lasts[before]!;
  };
  return { hasName, hasAddress };
}

type Range = { first: string; last: string };

function rangeOf(target: string): Range | null {
  const key = addressKey(target);
  return key === null ? rangeKeys(target) : { first: key, last: key };
}

/** The ranges in their order, those that meet made one, so that what begins last before an address is all there is to look at. */
function joined(ranges: readonly Range[]): { firsts: string[]; lasts: string[] } {
  const firsts: string[] = [];
  const lasts: string[] = [];
  for (const { first, last } of ranges.toSorted((one, other) => (one.first < other.first ? -1 : 1))) {
    const before = lasts.at(-1);
    if (before === undefined || first > before) {
      firsts.push(first);
      lasts.push(last);
    } else if (last > before) lasts[lasts.length - 1] = last;
  }
  return { firsts, lasts };
}

/** Where the last of these sorted keys stands that is not after `key`; -1 where all are. */
function lastUpTo(keys: readonly string[], key: string): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (keys[middle]! <= key) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
