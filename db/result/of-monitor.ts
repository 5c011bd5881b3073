/**
 * SQL: the results `r` of a monitor whose slots lie in [from, to], found hour by hour, as the index of a partition has them
 * (docs/decisions/016-a-stored-check.md). Each argument is an SQL expression.
 */
export function resultsOf(monitorId: string, from: string, to: string): string {
  return `generate_series(date_bin('1 hour', ${from}, 'epoch'), ${to}, interval '1 hour') as hour_at
    cross join lateral (
      select * from result
      where slot_at >= hour_at and slot_at < hour_at + interval '1 hour'
        and check_key(slot_at, monitor_id, location_id)
          between check_key(hour_at, ${monitorId}, 0::smallint) and check_key(hour_at + interval '3599 s', ${monitorId}, 32767::smallint)
        and slot_at between ${from} and ${to}
      offset 0 -- each hour by itself: what is wanted of all of them would mislead the planner
    ) r`;
}

/** SQL: the one result `r` of a check. Each argument is an SQL expression. */
export function isCheck(monitorId: string, slotAt: string, locationId: string): string {
  return `r.slot_at = ${slotAt} and check_key(r.slot_at, r.monitor_id, r.location_id) = check_key(${slotAt}, ${monitorId}, ${locationId})`;
}
