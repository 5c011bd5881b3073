import type { HealthStatus } from "#core/check/status.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import type { Random } from "./random.ts";

/** A change of health to seed; `at` is epoch milliseconds. */
export type SeededChange = { at: number; from: HealthStatus; to: HealthStatus; reason: ReasonCode | null };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A past of outages, slow days and gaps from `from` until `to`, up in between, that ends up. */
export function pastChanges(random: Random, from: number, to: number): SeededChange[] {
  const changes: SeededChange[] = [{ at: from, from: "unknown", to: "up", reason: null }];
  let at = from + random() * 20 * DAY_MS;
  while (at < to - DAY_MS) {
    const [status, reason, ms] = trouble(random);
    const end = Math.min(at + ms, to - HOUR_MS);
    changes.push({ at: Math.round(at), from: "up", to: status, reason });
    changes.push({ at: Math.round(end), from: status, to: "up", reason: null });
    at = end + (0.5 + random()) * 18 * DAY_MS;
  }
  return changes;
}

function trouble(random: Random): [HealthStatus, ReasonCode, number] {
  const kind = random();
  if (kind < 0.55) return ["down", kind < 0.3 ? "connect.refused" : "greeting.timeout", (2 + random() * 180) * 60_000];
  if (kind < 0.85) return ["degraded", "tls.expiring", (1 + random() * 30) * HOUR_MS];
  return ["unknown", "check.missed", (1 + random() * 8) * HOUR_MS];
}
