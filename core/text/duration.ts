const UNITS = [
  { ms: 86_400_000, short: "d", long: "day" },
  { ms: 3_600_000, short: "h", long: "hour" },
  { ms: 60_000, short: "min", long: "minute" },
  { ms: 1_000, short: "s", long: "second" },
] as const;

/** A duration (ms) as people say it, cut to what matters: "45 s", "12 min", "1 h 5 min", "2 d 3 h". */
export function durationWords(ms: number): string {
  const largest = UNITS.findIndex((unit) => ms >= unit.ms);
  if (largest === -1) return "under 1 s";
  const shown = ms < 3_600_000 ? 1 : 2; // an hour or a day wants its next unit, a minute does not
  const parts = counts(ms).slice(largest, largest + shown);
  return parts.flatMap(({ count, unit }) => (count > 0 ? [`${count} ${unit.short}`] : [])).join(" ");
}

/** The same, and nothing cut: "15 min 10 s". */
export function durationShort(ms: number): string {
  const parts = counts(ms).flatMap(({ count, unit }) => (count > 0 ? [`${count} ${unit.short}`] : []));
  return parts.join(" ") || "under 1 s";
}

/** The same in full, to the second: "1 hour 5 minutes 12 seconds". */
export function durationExact(ms: number): string {
  const parts = counts(ms).flatMap(({ count, unit }) => (count > 0 ? [`${count} ${unit.long}${count === 1 ? "" : "s"}`] : []));
  return parts.join(" ") || "less than a second";
}

/** How many of each unit a duration holds, what is left over going to the next smaller one. */
function counts(ms: number) {
  let rest = Math.max(0, ms);
  return UNITS.map((unit) => {
    const count = Math.floor(rest / unit.ms);
    rest -= count * unit.ms;
    return { count, unit };
  });
}
