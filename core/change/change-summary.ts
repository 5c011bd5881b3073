import type { Change } from "./change.ts";

/** A change as a monitor's history shows it, and the check that noticed it. `hasTranscript` where its dialogue is kept. */
export type ChangeSummary = Change & {
  changeId: number;
  at: Date;
  slotAt: Date;
  locationId: number;
  location: string;
  hasTranscript: boolean;
};
