import type { PoolClient } from "pg";
import type { HealthRow } from "../health/health-row.ts";

type Started = { result: { startedAt: number } };

/**
 * The checks of a monitor that may be judged: one that began in maintenance says nothing, even where it ended after it. Only a monitor of
 * which nothing is known can have left maintenance lately.
 */
export async function dropMaintained<C extends Started>(
  client: PoolClient,
  { monitorId, health }: HealthRow,
  checks: readonly C[],
): Promise<readonly C[]> {
  const isLate = ({ result }: C) => result.startedAt < health.since;
  if (health.status !== "unknown" || health.reason !== null || !checks.some(isLate)) return checks;
  const { rows } = await client.query<{ from: string }>(
    `select "from" from transition where monitor_id = $1 order by at desc, id desc limit 1`,
    [monitorId],
  );
  return rows[0]?.from === "maintenance" ? checks.filter((check) => !isLate(check)) : checks;
}
