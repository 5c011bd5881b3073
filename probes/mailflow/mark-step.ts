import type { Reason } from "#core/reason/reason.ts";
import type { Running } from "./running.ts";

/** How many lines the transcript has now: what a step says comes after them. */
export function linesSoFar({ first }: Running): number {
  return first.transcript.lines.length;
}

/**
 * Marks in the transcript where the step failed that began after so many lines. Its stage has done so, unless what failed is what the script expects, or
 * what it may not do.
 */
export async function markStep({ first, dialogues }: Running, linesBefore: number, reason: Reason | null): Promise<void> {
  if (reason === null || first.transcript.lines.slice(linesBefore).some(({ failed }) => failed)) return;
  const { session } = dialogues.at(-1) ?? { session: first };
  await session.run(reason.stage ?? "script", () => Promise.resolve(reason));
}

/** Marks what a script came to in the end, where none of its steps failed: what is wrong is told where it was seen, if it was. */
export async function markEnd(running: Running, reason: Reason | null): Promise<void> {
  const { degraded, degradedLine } = running;
  if (reason === null && degradedLine !== null) degradedLine.failed = true;
  await markStep(running, 0, reason ?? degraded);
}
