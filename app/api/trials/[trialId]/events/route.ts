import { findTrial } from "#app/_data/trial/follow-trial.ts";
import { watchSession } from "#app/_data/watch-session.ts";
import { eventStream } from "#app/api/event-stream.ts";
import { diagnose } from "#core/diagnosis/diagnosis.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ trialId: string }> };

/**
 * The lines of a trial and its steps as they happen, then its result. A browser that comes back gets the lines it has not seen, and every step that is
 * over.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await watchSession();
  if (!session) return new Response("Sign in first.", { status: 401 });
  const follow = await findTrial(session.viewer, (await params).trialId);
  if (!follow) return new Response("There is no such trial.", { status: 404 });

  return eventStream(request.signal, ({ send, end }) => {
    let next = linesSeen(request);
    let stepsSeen = 0;
    let isTaken = false;
    return follow((trial) => {
      if (trial.claimedAt && !isTaken) send("taken", {});
      isTaken = trial.claimedAt !== null;
      for (const line of trial.lines.slice(next)) send("line", line, next++);
      if (trial.steps.length > stepsSeen) send("steps", trial.steps);
      stepsSeen = trial.steps.length;
      if (!trial.finishedAt) return;
      const reason = trial.result?.reason;
      send(
        "result",
        trial.result && { ...trial.result, transcript: trial.lines, diagnosis: reason ? diagnose(reason, trial.target) : null },
      );
      end();
    });
  });
}

/** How many lines the browser has from before the connection broke (Last-Event-ID is the number of the last one). */
function linesSeen(request: Request): number {
  const last = request.headers.get("last-event-id");
  return last !== null && /^\d{1,6}$/.test(last) ? Number(last) + 1 : 0;
}
