import type { CheckResult } from "#core/check/result.ts";
import type { Status } from "#core/check/status.ts";
import type { Reason } from "#core/reason/reason.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import type { FinishedCheck } from "#db/result/finished-check.ts";
import type { Monitor } from "#prisma/generated/client.ts";

const REASONS: Record<Status, Reason | null> = {
  up: null,
  degraded: { code: "tls.expiring", stage: "tls", reply: null, detail: null },
  down: {
    code: "greeting.reply",
    stage: "greeting",
    reply: { code: 554, enhanced: null, lines: ["No SMTP service here"] },
    detail: null,
  },
  unknown: { code: "dns.servfail", stage: "dns", reply: null, detail: null },
};

/** What a check saw that started at `startedAt` (epoch milliseconds). */
export function makeResult(status: Status, startedAt: number, reason: Reason | null = REASONS[status]): CheckResult {
  return {
    status,
    reason,
    startedAt,
    durationMs: 12.4,
    stages: [
      { stage: "connect", ms: 1.2, reply: null },
      { stage: "greeting", ms: 10.6, reply: null },
    ],
    facts: { addresses: ["127.0.0.1"], address: "127.0.0.1", banner: null, capabilities: [], tls: null, certificate: null },
    warnings: [],
    transcript: [{ direction: "received", atMs: 2, stage: "greeting", text: "554 No SMTP service here" }],
  };
}

/** A check of a monitor as it is, at the location `local`, that started `lateMs` after its slot (epoch milliseconds). */
export async function makeCheck(monitor: Monitor, status: Status, slotAt: number, lateMs = 3): Promise<FinishedCheck> {
  const locationId = await ensureLocation("local");
  return { monitorId: monitor.id, revision: monitor.revision, locationId, slotAt, result: makeResult(status, slotAt + lateMs) };
}
