import type { Occurrence } from "./maintenance.ts";

/** A maintenance as lists show it: when in words, for whom, what is on, and what comes next. */
export type MaintenanceSummary = {
  maintenanceId: number;
  name: string;
  words: string;
  isForAll: boolean;
  tags: string[];
  named: { monitorId: number; name: string }[];
  /** How many monitors it is for just now. */
  monitors: number;
  on: Occurrence | null;
  next: Occurrence | null;
  /** Its last occurrence, where none is to come. */
  last: Occurrence | null;
};
