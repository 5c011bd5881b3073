const UNITS = [
  { s: 3_600, one: "hour", many: "hours" },
  { s: 60, one: "minute", many: "minutes" },
  { s: 1, one: "second", many: "seconds" },
] as const;

/** An interval in seconds as people say it: "every 10 seconds", "every minute", "every 24 hours". */
export function intervalText(intervalS: number): string {
  const unit = UNITS.find((each) => intervalS % each.s === 0) ?? UNITS[2];
  const count = intervalS / unit.s;
  return count === 1 ? `every ${unit.one}` : `every ${count} ${unit.many}`;
}
