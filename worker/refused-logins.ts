import { hasRefusedLogin } from "#core/check/login-refusal.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { DueCheck } from "#db/schedule/due-check.ts";
import type { Changes } from "./changes.ts";
import { clock } from "./clock.ts";

/** The logins this worker saw refused lately. */
export type RefusedLogins = {
  note(check: DueCheck, result: CheckResult): void;
  has(check: DueCheck): boolean;
};

/** Longer than anything stays loaded. */
const REMEMBERED_MS = 5 * 60_000;

/**
 * Remembers refused logins until the database has done so for every check: one that was loaded before knows nothing of the refusal,
 * and would try again. A change of the monitor, or the wish to try again, makes it forget.
 */
export function rememberRefusedLogins(changes: Changes): RefusedLogins {
  const refused = new Map<number, { revision: number; at: number }>();
  return {
    note({ monitorId, revision }, result) {
      if (!hasRefusedLogin(result)) return;
      const now = clock.now();
      for (const [each, { at }] of refused) if (at < now - REMEMBERED_MS) refused.delete(each);
      refused.set(monitorId, { revision, at: now });
    },
    has({ monitorId, revision }) {
      const refusal = refused.get(monitorId);
      return refusal?.revision === revision && !changes.hasChanged(monitorId, refusal.at);
    },
  };
}
