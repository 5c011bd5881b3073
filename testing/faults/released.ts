import type { Step } from "#testing/server/steps.ts";

/** Says nothing until it is released. */
export const untilReleased =
  (released: AbortSignal): Step =>
  async (player) => {
    while (!released.aborted) await player.wait(20);
  };
