import type { Reply, ReplyWord } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";

/** The most one answer may have, with everything that comes before its last line. */
const ANSWER_BUDGET = { bytes: 64 * 1024, lines: 1_000 } as const;

/** How an IMAP server opens (RFC 9051 section 7.1.5). */
export const GREETING_LINE = /^\* (OK|PREAUTH|BYE)(?: |$)/i;

/** What may come at any time, asked for or not (RFC 9051 section 7). */
export const UNTAGGED_LINE = /^\*(?: |$)/;

const STATUS = /^\* (?:OK|NO|BAD|BYE|PREAUTH)(?: |$)/i;
const TAGGED = /^(a\d{1,6}) (OK|NO|BAD)(?: |$)/i;
const CHALLENGE = /^\+(?: |$)/;
const CAPABILITIES = /^\* CAPABILITY(?: (.*))?$/i;
const RESPONSE_CODE = /^\[([A-Z0-9./-]+)(?: [^\]]*)?\]/i;

/** A line that goes on after so many bytes of any kind (RFC 9051 section 4.3). */
const LITERAL = /\{([^{}]*)\}$/;

/**
 * What is waited for: the answer to the command with this `tag`, or the greeting where there is none. `mayChallenge` where a login goes on,
 * `isLeaving` where BYE is part of the answer. Untagged data like `data` are kept; `mostBytes` is for an answer that may be larger than most.
 */
export type Awaited = { tag?: string; mayChallenge?: boolean; isLeaving?: boolean; data?: RegExp; mostBytes?: number };

/** One piece of untagged data: its lines in one, each literal in them as `{n}`, and what the literals hold, in pieces (Latin-1). */
export type Datum = { text: string; literals: string[][] };

/** What the parser tells while it reads: literals are no lines, and answers to another command of ours are out of step. */
export type Asides = { skip: (bytes: number, keep?: (piece: string) => void) => void; outOfStep: () => void };

/**
 * Finds one answer among what a server says (RFC 9051 section 2.2.2): data that nobody asked for may come before it. A parser is good for one
 * answer.
 */
export class ResponseParser {
  /** What the server said it can do, where it did. */
  capabilities: string[] | null = null;
  /** The untagged data that were to be kept. */
  readonly data: Datum[] = [];
  readonly #awaited: Awaited;
  readonly #asides: Asides;
  #bytes = 0;
  #lines = 0;
  #isInside = false;
  #datum: Datum | null = null;

  constructor(awaited: Awaited, asides: Asides) {
    this.#awaited = awaited;
    this.#asides = asides;
  }

  /**
   * Takes the next line, without its line end, and as it may be shown. Returns the whole answer with its last line, why there is none, or
   * undefined while it is still to come. The text of an answer begins with its response code, where it has one.
   */
  take(line: string, shown = line): Reply | Failure | undefined {
    this.#lines += 1;
    this.#bytes += line.length + 2;
    if (this.#isInside) {
      if (this.#datum !== null) this.#datum.text += line;
      return this.#data(line) ?? this.#overBudget();
    }
    return this.#status(line, shown) ?? this.#overBudget();
  }

  #status(line: string, shown: string): Reply | Failure | undefined {
    const { tag, mayChallenge = false, isLeaving = false } = this.#awaited;
    if (tag === undefined) {
      const [, word] = GREETING_LINE.exec(line) ?? [];
      return word === undefined ? noLine(shown) : replyOf(word, line.slice(2), shown.slice(2));
    }
    if (UNTAGGED_LINE.test(line)) {
      if (STATUS.test(line)) return /^\* BYE/i.test(line) && !isLeaving ? replyOf("BYE", line.slice(2), shown.slice(2)) : undefined;
      if (CAPABILITIES.test(line)) this.capabilities = wordsOf(line, shown);
      if (this.#awaited.data?.test(line)) this.data.push((this.#datum = { text: line, literals: [] }));
      return this.#data(line);
    }
    if (mayChallenge && CHALLENGE.test(line)) return { code: "+", enhanced: null, lines: [line.slice(2)] };
    const [, itsTag, word] = TAGGED.exec(line) ?? [];
    if (word === undefined) return noLine(shown);
    if (itsTag!.toLowerCase() === tag) return replyOf(word, line.slice(tag.length + 1), shown.slice(tag.length + 1));
    this.#asides.outOfStep();
    return undefined;
  }

  /** A line of data, or the rest of one after a literal. */
  #data(line: string): Failure | undefined {
    const [, size] = LITERAL.exec(line) ?? [];
    this.#isInside = size !== undefined;
    if (size === undefined) {
      this.#datum = null;
      return undefined;
    }
    if (!/^\d+\+?$/.test(size)) return { failure: "protocol", detail: `A literal of {${size.slice(0, 20)}} bytes is none.` };
    const bytes = Number.parseInt(size, 10);
    this.#bytes += bytes;
    if (this.#bytes <= this.#mostBytes) this.#asides.skip(bytes, this.#literal());
    return undefined;
  }

  /** Where the bytes of a literal go that is part of what is kept. */
  #literal(): ((piece: string) => void) | undefined {
    if (this.#datum === null) return undefined;
    const pieces: string[] = [];
    this.#datum.literals.push(pieces);
    return (piece) => void pieces.push(piece);
  }

  get #mostBytes(): number {
    return this.#awaited.mostBytes ?? ANSWER_BUDGET.bytes;
  }

  #overBudget(): Failure | undefined {
    if (this.#bytes <= this.#mostBytes && this.#lines < ANSWER_BUDGET.lines) return undefined;
    const kib = Math.round(this.#mostBytes / 1024);
    return { failure: "reply-too-large", detail: `An answer goes on after ${this.#lines} lines, or has more than ${kib} KiB.` };
  }
}

/** The response code is taken from what may be shown: in upper case a secret would not be known any more. */
function replyOf(word: string, said: string, shown: string): Reply {
  const [, code] = RESPONSE_CODE.exec(shown.slice(word.length + 1)) ?? [];
  return { code: word.toUpperCase() as ReplyWord, enhanced: code?.toUpperCase() ?? null, lines: [said.slice(word.length + 1)] };
}

/** The capabilities of a line. Where a secret with blanks stands in it, its words would not be known: then they are as they may be shown. */
function wordsOf(line: string, shown: string): string[] {
  const [words, told] = [line, shown].map((each) => (CAPABILITIES.exec(each)?.[1] ?? "").split(" ").filter((word) => word !== ""));
  return told!.length === words!.length ? words! : told!;
}

function noLine(shown: string): Failure {
  return { failure: "protocol", detail: `"${shown.slice(0, 80)}" is not a line of an IMAP response.` };
}
