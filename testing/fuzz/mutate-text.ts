import type { Random } from "./random.ts";

const CONTROL = ["\0", "\x1b", "\r", "\n", "\r\n", "\x7f", "\xff", "\x85", "\xe2\x80\xae"];
const CODES = ["000", "199", "220", "221", "250", "354", "421", "450", "452", "500", "550", "554", "999", "2", "2500"];

const WORDS = ["+OK", "-ERR", "+", "-ERR [AUTH]", "-ERR [SYS/TEMP]", "+ok", "+OKAY", "220", "* OK"];
const TAGGED = ["a1 NO", "a9 OK", "* BYE", "* PREAUTH", "* BAD", "+", "* OK {2147483647}", "* 1 FETCH {-1}", "* OK [ALERT", "+OK"];

/** The status that a reply begins with, and others in its place. */
const STATUS = /^(?:\d{3}|\+OK|-ERR|(?:\*|a\d) (?:[A-Z]+))/;
const otherStatuses = (text: string) => (/^\d/.test(text) ? CODES : /^[+-]/.test(text) ? WORDS : TAGGED);

/** One line more of a reply like this one. */
const lineLike = (text: string) => (/^\d/.test(text) ? "250-MORE\r\n" : /^[+-]/.test(text) ? "MORE\r\n" : "* 1 EXISTS\r\n");

type Mutation = (text: string, random: Random) => string;

/** Where in a text: from before its first character to after its last. */
const place = (text: string, random: Random) => random.whole(text.length + 1);

/** What can happen to the bytes of a reply on its way. */
const MUTATIONS: readonly Mutation[] = [
  function flip(text, random) {
    if (text === "") return text;
    const at = random.whole(text.length);
    const byte = (text.charCodeAt(at) ^ (1 << random.whole(8))) & 0xff;
    return text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
  },
  function cut(text, random) {
    return text.slice(0, place(text, random));
  },
  function takeOut(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + 1 + random.whole(8));
  },
  function insert(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + random.pick(CONTROL) + text.slice(at);
  },
  function double(text, random) {
    return text.repeat(2 + random.whole(3));
  },
  function recode(text, random) {
    return text.replace(STATUS, random.pick(otherStatuses(text)));
  },
  function swapLines(text, random) {
    const lines = text.split("\r\n");
    const [one, other] = [random.whole(lines.length), random.whole(lines.length)];
    [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    return lines.join("\r\n");
  },
  function neverLast(text) {
    return text.replace(/^(\d{3}) /m, "$1-").replace(/^\.\r\n/m, "");
  },
  function lineFeedsOnly(text) {
    return text.replaceAll("\r\n", "\n");
  },
  function longLine(text, random) {
    return text.replace("\r\n", "x".repeat(random.pick([500, 2_040, 2_050, 70_000])) + "\r\n");
  },
  function manyLines(text, random) {
    const more = lineLike(text).repeat(random.pick([5, 127, 128, 129, 9_000]));
    return /^[+-]/.test(text) ? text.replace("\r\n", `\r\n${more}`) : more + text;
  },
];

/** A text after one to three accidents. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let accidents = 1 + random.whole(3); accidents > 0; accidents -= 1) mutated = random.pick(MUTATIONS)(mutated, random);
  return mutated;
}
