import type { Step } from "../steps.ts";

/** Takes a message up to the dot that ends it. */
export const message: Step = async (player) => {
  while ((await player.line()) !== ".");
};
