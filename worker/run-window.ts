import { histogramOf } from "#core/latency/histogram.ts";
import { beginWindow } from "#db/schedule/begin-window.ts";
import { finishWindow } from "#db/schedule/finish-window.ts";
import { loadDue } from "#db/schedule/load-due.ts";
import type { ScheduleWindow } from "#db/schedule/window.ts";
import { clock } from "./clock.ts";
import { HandBack } from "./queues.ts";
import { runAtTheirSlots } from "./run-at-their-slots.ts";
import type { RunCheck } from "./run-check.ts";

/** Runs what is due in a window, each check at its second; over when all of it is recorded. A worker that stops hands back what it has not begun. */
export async function runWindow(window: ScheduleWindow, runCheck: RunCheck, stopping: AbortSignal): Promise<void> {
  const loadedAt = clock.now();
  const due = await loadDue(window);
  await beginWindow(window, due.length);
  const { ends, left } = await runAtTheirSlots(due, (check) => runCheck(check, loadedAt), stopping);
  if (left > 0) throw new HandBack();
  const late = ends.flatMap((end) => (typeof end === "string" ? [] : [end.lateMs]));
  const missed = ends.filter((end) => end === "missed").length;
  await finishWindow(window, { notRun: due.length - late.length, missed, lateness: histogramOf(late) });
}
