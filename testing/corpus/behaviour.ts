import type { Status } from "#core/check/status.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import type { Memory } from "#core/system/memory.ts";
import type { StageLimits } from "#network/stage-clock.ts";
import type { DnsAnswer, Family } from "#testing/server/play-dns.ts";
import type { PlayedTarget } from "#testing/server/played-target.ts";
import type { Dialogue } from "#testing/server/steps.ts";

/**
 * One way a server can behave, and what the probe has to make of it. `row` is its name in the list of rows, `what` a sentence about the
 * server. It plays its dialogue at 127.0.0.1 unless `at` names other addresses, none, or one whose queue of connections is full. With a
 * `zone` it is known by a name. `warning` is one that has to be among those told.
 */
export type Behaviour = {
  row: string;
  what: string;
  dialogue: Dialogue;
  at?: readonly string[] | "full";
  zone?: Zone;
  target?: PlayedTarget;
  secret?: string;
  memory?: Memory;
  status: Status;
  code: ReasonCode | null;
  warning?: RegExp;
};

/** What the resolvers of this location and, where there are any, those of another network say. */
export type Zone = { first: (family: Family) => DnsAnswer; second?: (family: Family) => DnsAnswer };

/** The limits of a real check, ten times as quick; five times for DNS, which on a busy machine would be too short for the machine. */
export const TENTH_LIMIT_MS = 3_000;
export const TENTH_STAGE_LIMITS_MS: StageLimits = {
  dns: 1_000,
  connect: 1_000,
  greeting: 1_500,
  ehlo: 1_000,
  capability: 1_000,
  starttls: 1_000,
  stls: 1_000,
  tls: 1_000,
  "ehlo-tls": 1_000,
  "capability-tls": 1_000,
  auth: 1_000,
  login: 1_000,
  select: 1_000,
  list: 1_000,
  mail: 1_000,
  rcpt: 1_000,
};

type Wanted = Pick<Behaviour, "status" | "code">;
export const isUp: Wanted = { status: "up", code: null };
export const isDown = (code: ReasonCode): Wanted => ({ status: "down", code });
export const isDegraded = (code: ReasonCode): Wanted => ({ status: "degraded", code });
export const isUnknown = (code: ReasonCode): Wanted => ({ status: "unknown", code });
