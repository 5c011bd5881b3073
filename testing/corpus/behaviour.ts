import type { SmtpTarget } from "#core/monitor.ts";
import type { ReasonCode } from "#core/reason.ts";
import type { Status } from "#core/status.ts";
import type { StageLimits } from "#network/stage-clock.ts";
import type { Dialogue } from "#testing/server/steps.ts";

/**
 * One way a server can behave, and what the probe has to make of it. `row` is its name in the list of rows, `what` a sentence about the
 * server. `warning` is one that has to be among those told.
 */
export type Behaviour = {
  row: string;
  what: string;
  dialogue: Dialogue;
  target?: Partial<SmtpTarget>;
  secret?: string;
  status: Status;
  code: ReasonCode | null;
  warning?: RegExp;
};

/** The limits of a real check, ten times as quick. */
export const TENTH_LIMIT_MS = 3_000;
export const TENTH_STAGE_LIMITS_MS: StageLimits = {
  dns: 500,
  connect: 1_000,
  greeting: 1_500,
  ehlo: 1_000,
  starttls: 1_000,
  tls: 1_000,
  "ehlo-tls": 1_000,
  auth: 1_000,
  mail: 1_000,
  rcpt: 1_000,
};

type Wanted = Pick<Behaviour, "status" | "code">;
export const isUp: Wanted = { status: "up", code: null };
export const isDown = (code: ReasonCode): Wanted => ({ status: "down", code });
export const isDegraded = (code: ReasonCode): Wanted => ({ status: "degraded", code });
