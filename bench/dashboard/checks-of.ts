/** SQL: when each monitor is checked, and which checks fail: every one a minute, and one check in five hundred. */
export const checksOf = {
  /** The monitors with their second of the minute (core/schedule/schedule.ts phaseOf). */
  monitors: "(select id, (id::bigint * 2654435761 % 4294967296) % 60 * interval '1 second' as phase from monitor) as monitors",
  /** The minutes of a day from its beginning up to an instant, with their number. */
  minutes: (day: string, to: string) =>
    `(select ${day}::timestamptz + minute * interval '1 minute' as minute_at, minute
      from generate_series(0, (extract(epoch from ${to}::timestamptz - ${day}::timestamptz) / 60)::int - 1) as minute) as minutes`,
  /** Over the `id` of a monitor and a `minute`. */
  hasFailed: "(id * 31 + minute * 17) % 500 = 0",
};
