import type { Viewer } from "./viewer.ts";

/**
 * Whether somebody may see how the whole product does: those the settings name, by e-mail address in lower case; and on a machine of one's
 * own, where nothing is anybody else's, every owner of a team.
 */
export function mayOperate({ email, role }: Viewer, operators: readonly string[], isEmbedded: boolean): boolean {
  return operators.includes(email.toLowerCase()) || (isEmbedded && role === "owner");
}
