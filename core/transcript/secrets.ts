import { secretForms } from "./secret-forms.ts";

/** What stands in place of a secret. */
export const REDACTED = "[redacted]";

/** A secret that is shorter would be found in every other word: it counts only where it stands alone. */
const SHORT = 4;

/** So many characters of a form that cannot be read count as all of it; of one that can be, three quarters do, within these bounds. */
const ENCODED_PIECE = 8;
const PLAIN_PIECE = { least: 8, most: 16, share: 0.75 } as const;

/** Of a form that is longer only every so many characters are known, which still are found where twice as many are said in a row. */
const LONG = 128;

/** What base64, hex and percent-encoding are made of, and an access token (RFC 6750 section 2.1). */
const ENCODED_RUN = /[A-Za-z0-9+/=%_-]+/g;
const TOKEN_RUN = /[A-Za-z0-9+/=%_.~-]+/g;

/** What a line of a reply begins with is the server's own, whatever the secret is: a number, or the words of IMAP and POP3. */
const REPLY_CODE = /^(?:\d{3}(?:[ -]|$)|(?:\+OK|-ERR|\+|(?:\*|[a-z]?\d+) (?:OK|NO|BAD|BYE|PREAUTH))(?: |$))/;

/** Strings to look for, in one case, those of one length together. */
type Pieces = { length: number; known: Set<string> }[];

/** A piece has two characters at least. */
const BEGIN = 2;

/**
 * The secrets of one check, and what takes them out of whatever a server says. A line may be cut anywhere, and a server may wrap what it
 * says back: so a secret is known by its pieces, and what is encoded goes as a whole. Costs nothing while there is no secret.
 */
export class Secrets {
  readonly #plain: Pieces = [];
  readonly #encoded: Pieces = [];
  readonly #tokens: Pieces = [];
  readonly #words: string[] = [];
  readonly #begins = new Begins();

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) this.hide(secret);
  }

  get isEmpty(): boolean {
    return this.#plain.length + this.#tokens.length + this.#words.length === 0;
  }

  /** Takes a secret out from now on, in every form it may be said in. An empty one is none. */
  hide(secret: string): void {
    const { plain, encoded } = secretForms(secret);
    if (secret.length < SHORT) {
      for (const form of [...plain, ...encoded]) this.hideExactly(form, true);
      return;
    }
    for (const form of plain) {
      const piece = Math.ceil(form.length * PLAIN_PIECE.share);
      const length = Math.min(form.length, PLAIN_PIECE.most, Math.max(PLAIN_PIECE.least, piece));
      this.#add(form.length > LONG ? this.#tokens : this.#plain, form, length);
    }
    for (const form of encoded) this.#add(this.#encoded, form, Math.min(form.length, ENCODED_PIECE));
  }

  /** Takes this text out from now on, wherever it stands as it is. */
  hideExactly(text: string, onlyAsWord = text.length < SHORT): void {
    if (text === "") return;
    if (onlyAsWord || text.length < BEGIN) this.#words.push(text);
    else this.#add(this.#plain, text, text.length);
  }

  /** The text, with `[redacted]` in place of each secret. Linear in its length. */
  takenOutOf(text: string): string {
    if (this.isEmpty || text === "") return text;
    const hidden = new Uint8Array(text.length);
    const folded = inOneCase(text);
    const start = REPLY_CODE.exec(text)?.[0].length ?? 0;
    if (this.#tokens.length > 0) {
      this.#mark(hidden, folded, this.#tokens);
      widen(hidden, text, start, TOKEN_RUN);
    }
    this.#mark(hidden, folded, this.#encoded);
    widen(hidden, text, start, ENCODED_RUN);
    this.#mark(hidden, folded, this.#plain);
    for (const word of this.#words) markWord(hidden, text, word, start);
    return rewritten(text, hidden);
  }

  #add(pieces: Pieces, text: string, length: number): void {
    const form = inOneCase(text);
    const known = pieces.find((each) => each.length === length)?.known ?? new Set();
    if (known.size === 0) pieces.push({ length, known });
    const last = form.length - length;
    const step = form.length > LONG ? length : 1;
    for (let at = 0; at <= last; at += at < last - length ? step : 1) {
      known.add(form.slice(at, at + length)); // what is wrapped ends in a rest
      this.#begins.add(form, at);
    }
  }

  #mark(hidden: Uint8Array, text: string, pieces: Pieces): void {
    for (let at = 0; at + BEGIN <= text.length; at++) {
      if (!this.#begins.has(text, at)) continue;
      for (const { length, known } of pieces) {
        if (at + length <= text.length && known.has(text.slice(at, at + length))) hidden.fill(1, at, at + length);
      }
    }
  }
}

/** By what two characters pieces begin, as a table of bits: most places of a text are passed over by it. Two that share a bit only cost a look. */
class Begins {
  readonly #bits = new Uint32Array(512);

  add(text: string, at: number): void {
    const bit = bitOf(text, at);
    this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  has(text: string, at: number): boolean {
    const bit = bitOf(text, at);
    return (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

function bitOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 127 + text.charCodeAt(at + 1)) & 0x3fff;
}

/** The same length, whatever the text is: only ASCII is folded. */
function inOneCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** What is encoded, and a token, is hidden from its first character to its last. */
function widen(hidden: Uint8Array, text: string, start: number, runs: RegExp): void {
  for (const { 0: run, index } of text.slice(start).matchAll(runs)) {
    const [from, to] = [start + index, start + index + run.length];
    if (hidden.subarray(from, to).includes(1)) hidden.fill(1, from, to);
  }
}

/** A word has no letter and no digit beside it. */
function markWord(hidden: Uint8Array, text: string, word: string, start: number): void {
  for (let at = text.indexOf(word, start); at !== -1; at = text.indexOf(word, at + 1)) {
    const isAlone = !/[A-Za-z0-9]/.test((text[at - 1] ?? "") + (text[at + word.length] ?? ""));
    if (isAlone) hidden.fill(1, at, at + word.length);
  }
}

function rewritten(text: string, hidden: Uint8Array): string {
  let told = "";
  for (let at = 0; at < text.length;) {
    const isHidden = hidden[at] === 1;
    const next = hidden.indexOf(isHidden ? 0 : 1, at);
    const end = next === -1 ? text.length : next;
    told += isHidden ? REDACTED : text.slice(at, end);
    at = end;
  }
  return told;
}
