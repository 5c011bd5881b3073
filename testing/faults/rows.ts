import type { Row } from "./row.ts";
import { killedInEachStage } from "./rows/killed-in-each-stage.ts";
import { relayKilled } from "./rows/relay-killed.ts";

/** Every row of faults, in the order of the card. */
export const ROWS: readonly Row[] = [relayKilled, killedInEachStage];
