import { listen } from "#db/listen.ts";

/** Calls `onNews` whenever something the team's open pages show may have changed, until the returned function is called. */
export function onTeamNews(teamId: number, onNews: () => void): () => void {
  return listen("team_seen", (payload) => {
    const mayConcern = payload === "" || payload.split(",").includes(String(teamId));
    if (mayConcern) onNews();
  });
}
