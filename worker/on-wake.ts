import { listen } from "#db/listen.ts";
import type { Topic } from "#db/topic.ts";
import type { Outage } from "./outage.ts";

/**
 * Does `work` now, at each notification of a topic, and every `everyMs` in case one was lost. It never runs twice at a time; woken
 * while it runs, it runs once more. What it throws goes to `outage`, and the next sweep tries again. Returns what ends it, which
 * waits for what is being done.
 */
export function onWake(topic: Topic, everyMs: number, outage: Outage, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isWokenAgain = false;
  let isStopped = false;

  const run = async () => {
    do {
      isWokenAgain = false;
      try {
        await work();
        outage.over();
      } catch (error) {
        outage.failed(error);
      }
    } while (isWokenAgain);
    running = null;
  };
  const wake = () => {
    if (isStopped) return;
    isWokenAgain = true;
    running ??= run();
  };

  const stopListening = listen(topic, wake);
  const sweep = setInterval(wake, everyMs);
  wake();
  return async () => {
    isStopped = true;
    isWokenAgain = false;
    stopListening();
    clearInterval(sweep);
    await running;
  };
}
