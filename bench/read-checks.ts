import type pg from "pg";

/** What the database says about the checks of the slots in [from, to). Lateness, start minus slot, is in whole milliseconds. */
export type Checks = { count: number; up: number; p50: number; p95: number; p99: number; max: number };

export async function readChecks(pool: pg.Pool, from: Date, to: Date): Promise<Checks> {
  const { rows } = await pool.query<Checks>(
    `select count(*)::int as count,
            count(*) filter (where status = 'up')::int as up,
            percentile_disc(0.5) within group (order by late_ms) as p50,
            percentile_disc(0.95) within group (order by late_ms) as p95,
            percentile_disc(0.99) within group (order by late_ms) as p99,
            max(late_ms) as max
     from result where slot_at >= $1 and slot_at < $2`,
    [from, to],
  );
  return rows[0]!;
}

/** Bytes of the result partitions, per row of them. */
export async function readBytesPerCheck(pool: pg.Pool): Promise<{ heap: number; index: number }> {
  const { rows } = await pool.query<{ heap: number; index: number }>(
    `select sum(pg_table_size(relid))::float / nullif((select count(*) from result), 0) as heap,
            sum(pg_indexes_size(relid))::float / nullif((select count(*) from result), 0) as index
     from pg_partition_tree('result') where isleaf`,
  );
  return rows[0]!;
}
