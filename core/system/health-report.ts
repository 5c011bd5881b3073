/** One part of the product: whether it is alive, and how long ago, in seconds, it last showed that. Null where it never did. */
export type PartHealth = { ok: boolean; ageS: number | null };

/** What /api/health answers. */
export type HealthReport = {
  status: "ok" | "failing";
  database: PartHealth;
  queue: PartHealth;
  workers: PartHealth & { alive: number };
  leader: PartHealth;
};

/** Ages in milliseconds, null where the part never showed itself. */
type Signs = { workers: number; workerAgeMs: number | null; queueAgeMs: number | null; leaderAgeMs: number | null };

/** Each part shows itself every few seconds; one that was silent for longer than this is not alive. */
const SILENT_AFTER_MS = 30_000;

/** Judges the signs of life; `null` stands for a database that does not answer, without which nothing else can be known. */
export function reportHealth(signs: Signs | null): HealthReport {
  const database: PartHealth = { ok: signs !== null, ageS: signs && 0 };
  const queue = partHealth(signs?.queueAgeMs ?? null);
  const workers = { ...partHealth(signs?.workerAgeMs ?? null), alive: signs?.workers ?? 0 };
  const leader = partHealth(signs?.leaderAgeMs ?? null);
  const isOk = [database, queue, workers, leader].every(({ ok }) => ok);
  return { status: isOk ? "ok" : "failing", database, queue, workers, leader };
}

function partHealth(ageMs: number | null): PartHealth {
  if (ageMs === null) return { ok: false, ageS: null };
  return { ok: ageMs <= SILENT_AFTER_MS, ageS: Math.max(0, Math.round(ageMs / 100) / 10) };
}
