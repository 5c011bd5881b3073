import type { Reply } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";

/** The most one reply may have. */
const REPLY_BUDGET = { bytes: 64 * 1024, lines: 128 } as const;

/** RFC 5321 section 4.2; the second digit is taken as it comes, since a client judges by the first (section 4.2.1). */
export const REPLY_LINE = /^[2-5]\d\d(?:[ -]|$)/;

/** RFC 3463 section 2; it counts only where its class is that of the reply code (RFC 2034 section 4). */
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?= |$)/;

/** Puts one reply together from its lines. A parser is good for one reply. */
export class ReplyParser {
  #code: string | null = null;
  #bytes = 0;
  readonly #lines: string[] = [];

  /**
   * Takes the next line, without its line end, and as it may be shown. Returns the whole reply with its last line, why there is none, or
   * undefined while more lines belong to it.
   */
  take(line: string, shown = line): Reply<number> | Failure | undefined {
    if (!REPLY_LINE.test(line)) return { failure: "protocol", detail: `"${shown.slice(0, 80)}" is not a line of an SMTP reply.` };
    const code = line.slice(0, 3);
    this.#code ??= code;
    if (code !== this.#code) return { failure: "protocol", detail: `One reply has the codes ${this.#code} and ${code}.` };
    this.#lines.push(line.slice(4));
    this.#bytes += line.length + 2;
    if (line[3] !== "-") return { code: Number(code), enhanced: enhancedCode(code, this.#lines[0]!), lines: this.#lines };
    if (this.#lines.length < REPLY_BUDGET.lines && this.#bytes <= REPLY_BUDGET.bytes) return undefined;
    return { failure: "reply-too-large", detail: `A reply went on after ${this.#lines.length} lines and ${this.#bytes} bytes.` };
  }
}

function enhancedCode(code: string, text: string): string | null {
  const enhanced = ENHANCED.exec(text)?.[1];
  return enhanced !== undefined && enhanced[0] === code[0] ? enhanced : null;
}
