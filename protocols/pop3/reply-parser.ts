import type { Reply, ReplyCode } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";

/** The most one reply may have, in bytes, whatever it lists. */
const MOST_BYTES = 64 * 1024;

/** RFC 1939 section 3: the status, and then a blank or nothing. `+` is a challenge, where a login is underway (RFC 5034 section 4). */
export const STATUS_LINE = /^(\+OK|-ERR)(?: |$)/;
const CHALLENGE_LINE = /^(\+)(?: |$)/;

/** RFC 2449 section 8: only what went wrong has a response code. */
const RESPONSE_CODE = /^\[([A-Z0-9-]+(?:\/[A-Z0-9-]+)*)(?: [^\]]*)?\]/i;

/**
 * What a command may be answered with besides one status line: `mostLines` where +OK comes with a list, of so many lines at most, which have
 * `mostBytes` where that is not as usual, and are a message or its header where `isMail`;
 * `mayChallenge` where a login goes on.
 */
export type Expected = { mostLines?: number; mostBytes?: number; isMail?: boolean; mayChallenge?: boolean };

/** Puts one reply together from its lines. A parser is good for one reply. */
export class ReplyParser {
  readonly #expected: Expected;
  #status: Reply | null = null;
  #bytes = 0;

  constructor(expected: Expected = {}) {
    this.#expected = expected;
  }

  /**
   * Takes the next line, without its line end, and as it may be shown. Returns the whole reply with its last line, why there is none, or
   * undefined while more lines belong to it. The first of its lines is the text of the status, the others are those of the list.
   */
  take(line: string, shown = line): Reply | Failure | undefined {
    if (this.#status === null) return this.#begin(line, shown);
    if (line === ".") return this.#status;
    const { lines } = this.#status;
    lines.push(line.startsWith(".") ? line.slice(1) : line); // RFC 1939 section 3: a dot before a dot is no part of the line
    this.#bytes += line.length + 2;
    if (lines.length <= this.#expected.mostLines! + 1 && this.#bytes <= (this.#expected.mostBytes ?? MOST_BYTES)) return undefined;
    return { failure: "reply-too-large", detail: `A list went on after ${lines.length - 1} lines and ${this.#bytes} bytes.` };
  }

  #begin(line: string, shown: string): Reply | undefined | Failure {
    const { mostLines, mayChallenge = false } = this.#expected;
    const code = (STATUS_LINE.exec(line) ?? (mayChallenge ? CHALLENGE_LINE.exec(line) : null))?.[1] as ReplyCode | undefined;
    if (code === undefined) return { failure: "protocol", detail: `"${shown.slice(0, 80)}" is not a line of a POP3 reply.` };
    const text = line.slice(String(code).length + 1);
    // taken from what may be shown: in upper case a secret would not be known any more
    const [, told] = (code === "-ERR" && RESPONSE_CODE.exec(shown.slice(code.length + 1))) || [];
    const enhanced = told?.toUpperCase() ?? null;
    const reply: Reply = { code, enhanced, lines: [text] };
    if (code !== "+OK" || mostLines === undefined) return reply;
    this.#status = reply;
    return undefined;
  }
}
