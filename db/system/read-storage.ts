import type { Storage } from "#core/system/system.ts";
import { pool } from "../pool.ts";

/** How much the database holds, in bytes, and the partitions of `result`. The rows are what PostgreSQL estimates, null before it did. */
export async function readStorage(): Promise<Storage> {
  const { rows } = await pool.query<Storage>(
    `select pg_database_size(current_database())::float8 as "databaseBytes", current_setting('server_version') as "postgresVersion",
       coalesce((
         select json_agg(json_build_object('name', relname, 'rows', nullif(reltuples, -1)::bigint, 'bytes', pg_total_relation_size(oid)) order by relname)
         from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = 'result'::regclass
       ), '[]') as partitions`,
  );
  return rows[0]!;
}
