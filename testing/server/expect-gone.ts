import type { PlayedServer } from "./play.ts";

/** How long a socket may take to be gone once the probe has ended. */
const GONE_WITHIN_MS = 500;

/** Throws where whoever was played to has ended, and left a socket open. */
export async function expectGone({ left }: Pick<PlayedServer, "left">): Promise<void> {
  if (!(await left(GONE_WITHIN_MS))) throw new Error("The probe has ended and its socket is still open.");
}
