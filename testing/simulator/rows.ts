import type { Row } from "./row.ts";
import { clocks } from "./rows/clocks.ts";
import { cutOff, ownNetworkDead, resolverDown } from "./rows/cuts.ts";
import { flapping } from "./rows/flapping.ts";
import { losses } from "./rows/losses.ts";
import { outages } from "./rows/outages.ts";
import { split } from "./rows/split.ts";
import { uptime } from "./rows/uptime.ts";
import { workersOff } from "./rows/workers-off.ts";

/** Every row of the truth, in the order of the card. */
export const ROWS: readonly Row[] = [
  losses,
  outages,
  cutOff,
  flapping,
  workersOff,
  ownNetworkDead,
  clocks,
  uptime,
  resolverDown,
  split,
];
