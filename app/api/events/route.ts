import { hasTeamNewsSince, onTeamNews } from "#app/_data/team-news.ts";
import { watchSession } from "#app/_data/watch-session.ts";
import { eventStream } from "../event-stream.ts";

export const dynamic = "force-dynamic";

const CHECK_SESSION_MS = 15_000;
/** However much happens, a page is told this often at most. */
const TELL_EVERY_MS = 1_000;

/** Tells an open page, rendered at `?since` (epoch ms), that something it may show has changed; what, it asks for itself. */
export async function GET(request: Request): Promise<Response> {
  const session = await watchSession();
  if (!session) return new Response("Sign in first.", { status: 401 });

  return eventStream(request.signal, ({ send, end }) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        send("changed", {});
      }, TELL_EVERY_MS);
    };
    const ignore = onTeamNews(session.viewer.teamId, tell);
    const checking = setInterval(() => {
      session.isStillOpen().then(
        (isOpen) => isOpen || end(),
        () => undefined, // while the database is away nobody can say so: the next time counts
      );
    }, CHECK_SESSION_MS);
    send("hello", {});
    const since = Number(new URL(request.url).searchParams.get("since"));
    if (hasTeamNewsSince(session.viewer.teamId, since)) send("changed", {});
    return () => {
      ignore();
      clearInterval(checking);
      clearTimeout(waiting);
    };
  });
}
