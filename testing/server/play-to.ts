import { ClientLeft, Surprise } from "./client-errors.ts";
import type { Player } from "./player.ts";
import type { Dialogue, Step } from "./steps.ts";

/**
 * Plays a dialogue to one client, and stays after the last step until the client leaves. Returns what the client did that the dialogue
 * does not have and that was more than there was patience for (see PlayOptions).
 */
export async function playTo(player: Player, dialogue: Dialogue, patience: number): Promise<Surprise | null> {
  let left = patience;
  try {
    for (const step of dialogue) left = await takeStep(step, player, left);
    await player.gone();
    return null;
  } catch (error) {
    if (error instanceof ClientLeft) return null;
    player.destroy();
    if (error instanceof Surprise) return error;
    throw error;
  }
}

/**
 * Takes a step, again and again while the client does something else and there is patience: HELO is taken for EHLO, and the rest refused.
 * Returns how much patience is left.
 */
async function takeStep(step: Step, player: Player, patience: number): Promise<number> {
  for (let left = patience; ; left -= 1) {
    try {
      await step(player);
      return left;
    } catch (error) {
      if (!(error instanceof Surprise) || left === 0) throw error;
      if (error.line?.startsWith("HELO ")) player.sayAgain(error.line.replace("HELO", "EHLO"));
      else player.send("502 5.5.1 Not now\r\n");
    }
  }
}
