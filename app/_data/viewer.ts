import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { canEdit } from "#core/account/role.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { returnPath } from "#core/message/return-path.ts";
import { findViewer as findViewerOfSession } from "#db/user/find-viewer.ts";
import { readSession } from "./session.ts";

export type { Viewer } from "#core/account/viewer.ts";

/** Who is signed in, or null. The database is asked once for each request, and every request anew. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const session = await readSession();
  return session && findViewerOfSession(session.userId, session.sessionVersion);
});

/** Who is signed in; anybody else goes to sign in first, and comes back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const path = returnPath((await headers()).get("x-path"));
  return redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

/** What somebody who may only look is told when they try to change something. */
export const VIEWERS_ONLY_LOOK =
  "You can look at this team but not change anything. Ask an owner or admin of the team for more rights.";

/** Who is signed in and may change monitors and channels; null for somebody who may only look. */
export async function requireEditor(): Promise<Viewer | null> {
  const viewer = await requireViewer();
  return canEdit(viewer.role) ? viewer : null;
}
