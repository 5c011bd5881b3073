import type { Failure } from "./failure.ts";

/** The longest line taken, in bytes without its line end. RFC 5321 section 4.5.3.1.5 asks servers to stay within 512. */
export const LINE_BUDGET = 2048;

/**
 * Cuts what arrives into lines; how it was cut into packets changes nothing. Text is bytes decoded as Latin-1. A line ends in
 * CR LF (RFC 5321 section 2.3.8); a bare LF is taken too and remembered, a bare CR is a protocol failure.
 */
export class LineReader {
  hasSeenBareLf = false;
  readonly #budget: number;
  #toSkip = 0;
  #keep: ((piece: string) => void) | undefined;
  #text = "";
  #start = 0;
  #searched = 0;

  constructor(budget = LINE_BUDGET) {
    this.#budget = budget;
  }

  push(text: string): void {
    this.#text = this.#start === this.#text.length ? text : this.#text.slice(this.#start) + text;
    this.#searched -= this.#start;
    this.#start = 0;
  }

  /** The next whole line without its end, null where there is none yet, or why there will be none. */
  next(): string | Failure | null {
    if (this.#toSkip > 0 && !this.#skipThere()) return null;
    const lineFeed = this.#text.indexOf("\n", this.#searched);
    const isWhole = lineFeed !== -1;
    const end = isWhole ? lineFeed : this.#text.length;
    this.#searched = end;
    const line = this.#text.slice(this.#start, end);
    const carriageReturn = line.indexOf("\r");
    if ((carriageReturn === -1 ? line.length : carriageReturn) > this.#budget) return tooLong(this.#budget);
    if (carriageReturn !== -1 && carriageReturn < line.length - 1) return bareCarriageReturn;
    if (!isWhole) return null;
    this.#start = this.#searched = end + 1;
    if (carriageReturn !== -1) return line.slice(0, carriageReturn);
    this.hasSeenBareLf = true;
    return line;
  }

  /** Whether anything is left unread, a whole line or not. */
  get hasUnread(): boolean {
    return this.#start < this.#text.length;
  }

  /** Whether all that is left unread are lines like this, the last one perhaps not yet whole. */
  hasOnly(pattern: RegExp): boolean {
    if (this.#toSkip > 0) return false;
    const lines = this.#text.slice(this.#start).split(/\r?\n/);
    return lines.every((line) => line === "" || pattern.test(line));
  }

  /** Passes over the next so many bytes, those to come included: they are no lines. `keep` gets them, in pieces as they come. */
  skip(bytes: number, keep?: (piece: string) => void): void {
    this.#toSkip += bytes;
    this.#keep = keep;
  }

  /** Passes over what there is of them; whether that is all. */
  #skipThere(): boolean {
    const there = Math.min(this.#toSkip, this.#text.length - this.#start);
    this.#toSkip -= there;
    if (this.#keep && there > 0) this.#keep(this.#text.slice(this.#start, this.#start + there));
    this.#start += there;
    this.#searched = this.#start;
    return this.#toSkip === 0;
  }

  /** Takes out whatever is left unread, whole lines or not. */
  takeRest(): string {
    const rest = this.#text.slice(this.#start);
    this.#text = "";
    this.#toSkip = 0;
    this.#start = this.#searched = 0;
    return rest;
  }
}

function tooLong(budget: number): Failure {
  return { failure: "line-too-long", detail: `A line went on for more than ${budget} bytes.` };
}

const bareCarriageReturn: Failure = { failure: "protocol", detail: "A line holds a carriage return without a line feed." };
