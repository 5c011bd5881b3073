/** A maintenance as somebody wants it: when (core/maintenance/recurrence.ts), how long, and for which monitors: all of the team's, or those with a tag and those named. */
export type MaintenanceDraft = {
  name: string;
  startsAt: string;
  timeZone: string;
  durationMin: number;
  rule: string | null;
  isForAll: boolean;
  tags: string[];
  monitorIds: number[];
};
