import type { Target } from "#core/monitor/monitor.ts";
import type { Memory } from "#core/system/memory.ts";
import type { SealedSecret } from "../secret/sealed-secret.ts";

/**
 * A check to run: everything its worker needs. `slotAt` is epoch milliseconds; `revision` says which edit of the monitor this is. The
 * secret of its login stays sealed until it is used. One that `looksAgain` confirms what another saw.
 */
export type DueCheck = {
  monitorId: number;
  teamId: number;
  revision: number;
  target: Target;
  intervalS: number;
  timeLimitS: number;
  slotAt: number;
  sealed: SealedSecret | null;
  memory: Memory;
  looksAgain?: boolean;
};

/** A DueCheck as SQL gives it. */
export type DueRow = Omit<DueCheck, "sealed" | "memory" | "looksAgain"> & Memory & { secret: Buffer | null };

/** SQL: the columns of a DueRow but for its slot, over a monitor (named here) and `health`. */
export const dueColumns = (
  monitor: string,
) => `${monitor}.id as "monitorId", ${monitor}.team_id as "teamId", ${monitor}.revision, target,
  interval_s as "intervalS", time_limit_s as "timeLimitS", secret,
  starttls_revision is not distinct from ${monitor}.revision as "hasOfferedStarttls",
  login_refused_revision is not distinct from ${monitor}.revision as "isLoginRefused"`;

export function dueCheck<Row extends Omit<DueRow, "slotAt">>({ secret, hasOfferedStarttls, isLoginRefused, ...check }: Row) {
  const owner = { teamId: check.teamId, monitorId: check.monitorId };
  return { ...check, sealed: secret && { owner, secret }, memory: { hasOfferedStarttls, isLoginRefused } };
}
