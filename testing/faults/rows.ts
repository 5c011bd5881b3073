import type { Row } from "./row.ts";
import { killedInEachStage } from "./rows/killed-in-each-stage.ts";
import { leaderGone } from "./rows/leader-gone.ts";
import { postgresAway } from "./rows/postgres-away.ts";
import { redisAway } from "./rows/redis-away.ts";
import { relayKilled } from "./rows/relay-killed.ts";
import { workerStalled } from "./rows/worker-stalled.ts";

/** Every row of faults, in the order of the card. */
export const ROWS: readonly Row[] = [relayKilled, killedInEachStage, leaderGone, postgresAway, redisAway, workerStalled];
