/** A place workers run at. `isAlive` where one was heard of just now; `cutOffWhy` where it is left out, and since when. */
export type KnownLocation = {
  locationId: number;
  name: string;
  isAlive: boolean;
  cutOffSince: Date | null;
  cutOffWhy: string | null;
};
