/** What a user may do in a team: a viewer looks, a member changes monitors and channels, an admin people too, an owner everything. */
export const ROLES = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role may change monitors and channels. */
export function canEdit(role: Role): boolean {
  return role !== "viewer";
}
