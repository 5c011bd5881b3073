import type { Reason } from "../reason/reason.ts";
import type { TranscriptLine } from "../transcript/transcript.ts";
import type { Facts } from "./result.ts";
import type { StageReport } from "./stage.ts";
import type { Status } from "./status.ts";

/** The kept transcript of a check with all that was learned on its way. `goodSlotAt` is the good check a failure is shown beside. */
export type Dialogue = {
  slotAt: Date;
  locationId: number;
  location: string;
  status: Status;
  reason: Reason | null;
  stages: StageReport[];
  facts: Facts;
  warnings: string[];
  lines: TranscriptLine[];
  goodSlotAt: Date | null;
};
