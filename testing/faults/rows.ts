import type { Row } from "./row.ts";
import { connectionsTaken } from "./rows/connections-taken.ts";
import { editedMeanwhile } from "./rows/edited-meanwhile.ts";
import { killedInEachStage } from "./rows/killed-in-each-stage.ts";
import { leaderGone } from "./rows/leader-gone.ts";
import { littleRoom } from "./rows/little-room.ts";
import { locationCutOff } from "./rows/location-cut-off.ts";
import { partStopped } from "./rows/part-stopped.ts";
import { postgresAway } from "./rows/postgres-away.ts";
import { providerTrouble } from "./rows/provider-trouble.ts";
import { recoveryBehind } from "./rows/recovery-behind.ts";
import { redisAway } from "./rows/redis-away.ts";
import { relayKilled } from "./rows/relay-killed.ts";
import { relayTrouble } from "./rows/relay-trouble.ts";
import { resolverDown } from "./rows/resolver-down.ts";
import { sameTrouble } from "./rows/same-trouble.ts";
import { stoppedInOrder } from "./rows/stopped-in-order.ts";
import { storm } from "./rows/storm.ts";
import { workerStalled } from "./rows/worker-stalled.ts";

/** What they are about. Those of one matter are tested one after the other, on ground of their own. */
export const ROWS_ABOUT = {
  checks: [editedMeanwhile, killedInEachStage, stoppedInOrder, workerStalled, littleRoom],
  messages: [relayKilled, sameTrouble, providerTrouble, recoveryBehind, storm, relayTrouble, connectionsTaken],
  parts: [partStopped, leaderGone, postgresAway, redisAway, resolverDown, locationCutOff],
} as const satisfies Record<string, readonly Row[]>;

/** Every row of faults, in the order of the card. */
export const ROWS: readonly Row[] = Object.values(ROWS_ABOUT)
  .flat()
  .toSorted((a, b) => a.id.localeCompare(b.id));
