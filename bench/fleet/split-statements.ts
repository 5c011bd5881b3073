import type pg from "pg";

/** What PostgreSQL executes statements for. */
export const PURPOSES = ["what is due", "turns at addresses", "results", "health", "queue", "other statements"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What tells a statement's purpose; the first that is found counts. BullMQ has its tables in a schema of its own, and names them in its functions. */
const SIGNS: readonly (readonly [RegExp, Purpose])[] = [
  [/\baddress_(turn|pace)\b/, "turns at addresses"],
  [/\binsert into result\b/, "results"],
  [/\bhealth\.monitor_id = (any|row)\b/, "health"],
  [/\bschedule_window\b|\btarget_hash >= \$/, "what is due"],
  [/\b(bullmq|job\w*|queue|add_jobs\w*|move_(to|stalled)\w*|next_(delay|signal))\b/i, "queue"],
];

/** Settings (postgresql.conf) of a PostgreSQL whose statements can be counted. */
export const COUNTED = { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track_planning": "on" };

export async function countStatementsFromNow(pool: pg.Pool): Promise<void> {
  await pool.query("create extension if not exists pg_stat_statements");
  await pool.query("select pg_stat_statements_reset()");
}

/** How long statements were planned and executed since then, in microseconds by the clock: waiting for a disk or a lock is in it. */
export async function readStatements(pool: pg.Pool): Promise<Record<Purpose, number>> {
  const { rows } = await pool.query<{ query: string; us: number }>(
    "select query, (total_plan_time + total_exec_time) * 1000 as us from pg_stat_statements where toplevel",
  );
  const spent = Object.fromEntries(PURPOSES.map((purpose) => [purpose, 0])) as Record<Purpose, number>;
  for (const { query, us } of rows) {
    const sign = SIGNS.find(([pattern]) => pattern.test(query));
    spent[sign?.[1] ?? "other statements"] += us;
  }
  return spent;
}
