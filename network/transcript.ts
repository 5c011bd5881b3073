import type { Stage } from "#core/check/stage.ts";
import type { Secrets } from "#core/transcript/secrets.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";

/** Writes down a dialogue as it happens: each line, without secrets, with its stage and its offset from the start of the check. */
export class Transcript {
  readonly lines: TranscriptLine[] = [];
  readonly #startedAtMs: number;
  readonly #secrets: Secrets;
  readonly #path: string | undefined;
  readonly #onLine: ((line: TranscriptLine) => void) | undefined;

  /** `path` names the way to the server that all of its lines are of, where a check takes several. */
  constructor(startedAtMs: number, secrets: Secrets, path?: string, onLine?: (line: TranscriptLine) => void) {
    this.#startedAtMs = startedAtMs;
    this.#secrets = secrets;
    this.#path = path;
    this.#onLine = onLine;
  }

  add(stage: Stage, direction: TranscriptLine["direction"], text: string, failed?: true): void {
    const atMs = Math.round((performance.now() - this.#startedAtMs) * 100) / 100;
    const line: TranscriptLine = { direction, atMs, stage, text: this.#secrets.takenOutOf(text) };
    if (this.#path !== undefined) line.path = this.#path;
    if (failed) line.failed = true;
    this.lines.push(line);
    this.#onLine?.(line);
  }

  /**
   * Marks where the check failed: the last line where the server said it itself, in this stage; otherwise a note of ours that
   * takes its place. A line that was already handed out as it happened gets its mark here, after the fact.
   */
  markFailed(stage: Stage, hasServerSaidIt: boolean, note: string): void {
    const last = this.lines.at(-1);
    if (hasServerSaidIt && last?.direction === "received" && last.stage === stage) last.failed = true;
    else this.add(stage, "note", note, true);
  }
}
