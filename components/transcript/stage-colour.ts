import type { Stage } from "#core/check/stage.ts";

const TOKENS: Record<Stage, number> = {
  dns: 1,
  connect: 2,
  greeting: 3,
  ehlo: 4,
  capability: 4,
  starttls: 5,
  stls: 5,
  tls: 6,
  "ehlo-tls": 7,
  "capability-tls": 7,
  auth: 9,
  login: 9,
  select: 10,
  list: 10,
  mail: 10,
  rcpt: 11,
  data: 12,
  command: 4,
  delivery: 11,
  search: 10,
  fetch: 12,
  delete: 11,
  expunge: 11,
  expect: 4,
  script: 4,
  mx: 2,
  posture: 6,
  listing: 4,
  quit: 8,
  logout: 8,
};

/** The colour of a stage in rails and charts; never the only thing that tells it. */
export function stageColour(stage: Stage): string {
  return `var(--stage-${TOKENS[stage]})`;
}
