import type { Role } from "./role.ts";

/**
 * Who looks at a page, and for which team: a user in one of their teams, as the database has it at this request. Nothing new of a frozen team
 * is checked (core/team/scan.ts).
 */
export type Viewer = {
  userId: number;
  email: string;
  timeZone: string;
  teamId: number;
  teamName: string;
  role: Role;
  isFrozen: boolean;
};
