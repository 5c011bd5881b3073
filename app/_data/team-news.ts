import { listen } from "#db/listen.ts";
import { oncePerProcess } from "#db/once-per-process.ts";

/** Calls `onNews` whenever something the team's open pages show may have changed, until the returned function is called. */
export function onTeamNews(teamId: number, onNews: () => void): () => void {
  return listen("team_seen", (payload) => {
    if (mayConcern(payload, teamId)) onNews();
  });
}

/** Whether something may have changed since an instant (epoch ms), such as between the rendering of a page and its first listening. */
export function hasTeamNewsSince(teamId: number, at: number): boolean {
  const { anyAt, teamAt } = oncePerProcess("team-news", keepTeamNews);
  return Math.max(anyAt(), teamAt.get(teamId) ?? 0) >= at;
}

/** Remembers when there was news of each team. Before it listened there may have been news of anybody. */
function keepTeamNews() {
  let listenedAt = Date.now();
  const teamAt = new Map<number, number>();
  listen("team_seen", (payload) => {
    if (payload === "") listenedAt = Date.now();
    else for (const teamId of payload.split(",")) teamAt.set(Number(teamId), Date.now());
  });
  return { anyAt: () => listenedAt, teamAt };
}

function mayConcern(payload: string, teamId: number): boolean {
  return payload === "" || payload.split(",").includes(String(teamId));
}
