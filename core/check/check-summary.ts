import type { ReasonCode } from "../reason/reason.ts";
import type { StageTiming } from "./stage.ts";
import type { Status } from "./status.ts";

/** A check as a list shows it. `lateMs` is its start minus its slot; `hasTranscript` where its dialogue is kept; `isAlone` where the other locations that were asked said otherwise. */
export type CheckSummary = {
  slotAt: Date;
  locationId: number;
  location: string;
  status: Status;
  reason: ReasonCode | null;
  replyCode: number | null;
  lateMs: number;
  timings: StageTiming[];
  hasTranscript: boolean;
  isAlone: boolean;
};
