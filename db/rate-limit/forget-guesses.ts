import { limiterOf, type GuessLimit } from "./guess-limits.ts";

/** Forgets the guesses counted so far: the right one was among them, or its owner has proved otherwise who they are. */
export async function forgetGuesses(limit: GuessLimit, key: string | number): Promise<void> {
  await limiterOf(limit).delete(key);
}
