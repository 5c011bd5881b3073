import type { StageLimits } from "#network/stage-clock.ts";

/**
 * How long single stages may take at most, in ms, whatever the monitor's time limit. The greeting has longer than postscreen makes its
 * clients wait (6 s); a sender would wait for minutes (RFC 5321 section 4.5.3.2), but nobody should have to.
 */
export const STAGE_LIMITS_MS: StageLimits = {
  dns: 5_000,
  connect: 10_000,
  greeting: 15_000,
  ehlo: 10_000,
  capability: 10_000,
  starttls: 10_000,
  stls: 10_000,
  tls: 10_000,
  "ehlo-tls": 10_000,
  "capability-tls": 10_000,
  auth: 10_000,
  login: 10_000,
  select: 10_000,
  list: 10_000,
  mail: 10_000,
  rcpt: 10_000,
  data: 10_000,
  command: 10_000,
  delete: 10_000,
  expunge: 10_000,
};
