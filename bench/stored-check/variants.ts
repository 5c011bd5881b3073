/** A way to store a check: the table of one day, what is indexed, and how the queries of the product are put to it. */
export type Variant = {
  name: string;
  /** The columns after slot_at, monitor_id, location_id, late_ms, reply_code and reason. */
  columns: string;
  indexes: string[];
  /** What the timings are stored as. */
  timings: "array" | "packed";
  /** Where the checks of monitor $1 in the $2 hours up to $3 come from. */
  ofMonitor: string;
  /** The condition under which `t` holds the check of monitor `due.monitor_id` at `due.slot_at`. */
  ofSlot: string;
};

const HOUR = "date_bin('1 hour', slot_at, 'epoch')";
const HOURS =
  "select date_bin('1 hour', $3::timestamptz, 'epoch') - n * interval '1 hour' as hour from generate_series(0, $2::int) n";
const SINCE = "slot_at > $3::timestamptz - $2::int * interval '1 hour'";
const OF_SLOT = "t.monitor_id = due.monitor_id and t.location_id = 1 and t.slot_at = due.slot_at";

const WIDE = { columns: "status status not null, timings smallint[]", timings: "array" } as const;
const NARROW = { columns: `status "char" not null, timings bytea not null`, timings: "packed" } as const;
const BY_MONITOR = {
  indexes: ["alter table t add primary key (monitor_id, slot_at, location_id)"],
  ofMonitor: `t where monitor_id = $1 and ${SINCE}`,
  ofSlot: OF_SLOT,
};
const BY_SLOT = "alter table t add primary key (slot_at, monitor_id, location_id)";

/** Hour of the day, monitor, second of the hour and location, one after the other in 63 bits. */
const KEY = `(extract(hour from slot_at - date_bin('1 day', slot_at, 'epoch'))::bigint << 58) | (monitor_id::bigint << 27)
  | (extract(epoch from slot_at - ${HOUR})::bigint << 15) | location_id`;

const BY_ONE_NUMBER = {
  indexes: [
    `create or replace function key_of(slot_at timestamptz, monitor_id int, location_id smallint) returns bigint immutable return ${KEY}`,
    "create unique index on t (key_of(slot_at, monitor_id, location_id))",
  ],
  ofMonitor: `(${HOURS}) hours cross join lateral (
      select * from t where key_of(slot_at, monitor_id, location_id) between key_of(hour, $1, 0::smallint) and key_of(hour + interval '3599 s', $1, 32767::smallint)
      offset 0
    ) t where ${SINCE}`,
  ofSlot: "key_of(t.slot_at, t.monitor_id, t.location_id) = key_of(due.slot_at, due.monitor_id, 1::smallint)",
};

export const VARIANTS: readonly Variant[] = [
  { name: "wide row; key by monitor", ...WIDE, ...BY_MONITOR },
  { name: "narrow row; key by monitor", ...NARROW, ...BY_MONITOR },
  {
    name: "narrow row; key by slot, index by monitor",
    ...NARROW,
    indexes: [BY_SLOT, "create index on t (monitor_id)"],
    ofMonitor: `t where monitor_id = $1 and ${SINCE}`,
    ofSlot: OF_SLOT,
  },
  {
    name: "narrow row; key by slot, index by hour and monitor",
    ...NARROW,
    indexes: [BY_SLOT, `create index on t (${HOUR}, monitor_id)`],
    ofMonitor: `t where ${HOUR} = any(array(${HOURS})) and monitor_id = $1 and ${SINCE}`,
    ofSlot: OF_SLOT,
  },
  { name: "narrow row; key of one number: hour, monitor, second, location", ...NARROW, ...BY_ONE_NUMBER },
  {
    name: "the same, the status as an enum (chosen)",
    ...NARROW,
    columns: "status status not null, timings bytea not null",
    ...BY_ONE_NUMBER,
  },
];
