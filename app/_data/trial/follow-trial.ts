import type { Viewer } from "#core/account/viewer.ts";
import { listen } from "#db/listen.ts";
import { readTrial, type TrialRow } from "#db/trial/read-trial.ts";

const LOOK_EVERY_MS = 1_000;

/** Calls `onSeen` with the trial as it is now and each time it may have changed, until the returned function is called. */
type Follow = (onSeen: (trial: TrialRow) => void) => () => void;

/** The way to follow a trial of the viewer's team; null where the team has no such trial. */
export async function findTrial({ teamId }: Viewer, trialId: string): Promise<Follow | null> {
  if ((await readTrial(teamId, trialId)) === null) return null;
  return (onSeen) => {
    let isOver = false;
    let looking: Promise<void> = Promise.resolve();
    const look = () => {
      looking = looking
        .then(async () => {
          const trial = isOver ? null : await readTrial(teamId, trialId);
          if (trial && !isOver) onSeen(trial);
        })
        .catch(() => undefined); // the database is away: the next look may find it back
    };
    const ignore = listen("trial_changed", (payload) => {
      if (payload === trialId || payload === "") look();
    });
    const timer = setInterval(look, LOOK_EVERY_MS);
    look();
    return () => {
      isOver = true;
      ignore();
      clearInterval(timer);
    };
  };
}
