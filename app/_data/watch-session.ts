import type { Viewer } from "#core/account/viewer.ts";
import { findViewer } from "#db/user/find-viewer.ts";
import { readSession } from "./session.ts";

/** The viewer of an answer that stays open for long, and a way to ask whether they may still see it. */
export type WatchedSession = { viewer: Viewer; isStillOpen: () => Promise<boolean> };

/** Who asks, or null. Later the database is asked again: a removed user or a changed password ends what is open. */
export async function watchSession(): Promise<WatchedSession | null> {
  const session = await readSession();
  const viewer = session && (await findViewer(session.userId, session.sessionVersion));
  if (!viewer) return null;
  const isStillOpen = async () => (await findViewer(session.userId, session.sessionVersion))?.teamId === viewer.teamId;
  return { viewer, isStillOpen };
}
