import type { Stage } from "#core/check/stage.ts";
import { redact } from "#core/transcript/redact.ts";
import type { Secrets } from "#core/transcript/secrets.ts";
import type { Transcript } from "./transcript.ts";

/** A piece of no line is shown up to this many characters. */
const PIECE_SHOWN = 512;
const PIECE_READ = 8192;

/**
 * What the server has said, put down as it may be shown. Before its first whole reply that is only lines like `opening`, all where it is
 * left out: what else listens there is not for everybody, and is only counted.
 */
export class Heard {
  readonly #transcript: Transcript;
  readonly #secrets: Secrets;
  readonly #opening: RegExp | undefined;
  #first: string | null = null;
  #hiddenBytes = 0;
  #hasReplied = false;

  constructor(transcript: Transcript, secrets: Secrets, opening?: RegExp) {
    this.#transcript = transcript;
    this.#secrets = secrets;
    this.#opening = opening;
  }

  /** The first line or piece of one, shown or not. */
  get first(): string | null {
    return this.#first;
  }

  /** Whether anything was not shown. */
  get hasHidden(): boolean {
    return this.#hiddenBytes > 0;
  }

  /** A line of so many bytes, as it may be shown. */
  add(stage: Stage, shown: string, bytes: number): void {
    this.#first ??= shown;
    if (this.#opening === undefined || this.#hasReplied || this.#opening.test(shown)) {
      this.#transcript.add(stage, "received", shown);
    } else {
      this.#hiddenBytes += bytes;
    }
  }

  /** What came and was not read, as it came: whole lines or not. */
  addUnread(stage: Stage, unread: string): void {
    for (const line of unread.replace(/\r?\n$/, "").split(/\r?\n/))
      this.add(stage, redact(line.slice(0, PIECE_READ), this.#secrets).slice(0, PIECE_SHOWN), line.length);
  }

  /** A whole reply came: whoever speaks is one to be shown. */
  replied(): void {
    this.#hasReplied = true;
  }

  /** No more will come: how much was not shown is told, unless it turned out to be before a reply. */
  ended(stage: Stage): void {
    if (this.hasHidden && !this.#hasReplied) this.#transcript.add(stage, "note", `${this.#hiddenBytes} bytes that are no reply`);
  }
}
