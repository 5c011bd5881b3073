/** What a user may do in a team: a viewer looks, a member changes monitors and channels, an admin people too, an owner everything. */
const ROLES = ["owner", "admin", "member", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** Whether a role may change monitors and channels. */
export function canEdit(role: Role): boolean {
  return role !== "viewer";
}

/** Whether a role may change the team itself: its name and who is in it. */
export function canManage(role: Role): boolean {
  return role === "owner" || role === "admin";
}
