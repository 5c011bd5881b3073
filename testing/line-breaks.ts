const AS_IT_IS = [
  "\r\n",
  "\r",
  "\n",
  "\n\r",
  "\r\r\n",
  "\0",
  "\v",
  "\f",
  "\t\r\n",
  "\x85",
  "\u2028",
  "\u2029",
  "\x1a",
  "\x7f",
  "\x1b[1E",
];
/** What becomes one where UTF-16 is cut down to bytes, and halves of surrogate pairs. */
const CUT_DOWN = ["\u010d\u010a", "\u0a0d\u0d0a", "\u0100", "\uff0a\uff0d", "\ud80d", "\udc0a"];
/** As bytes in Latin-1. */
const OVERLONG_UTF8 = ["\xc0\x8d\xc0\x8a", "\xe0\x80\x8d\xe0\x80\x8a", "\xf0\x80\x80\x8a", "\xc0\x80", "\xe2\x80\xa8", "\xc2\x85"];
const PERCENT = [
  "%0d%0a",
  "%0D%0A",
  "%0a",
  "%0d",
  "%00",
  "%c0%8d%c0%8a",
  "%C0%8A",
  "%e0%80%8a",
  "%f0%80%80%8d",
  "%e2%80%a8",
  "%c2%85",
];
const PERCENT_TWICE = ["%250d%250a", "%u000a"];
const ESCAPED = [
  "\\r\\n",
  "\\x0d\\x0a",
  "\\u000a",
  "\\0",
  "=0D=0A",
  "&#13;&#10;",
  "&#x0a;",
  "+AA0ACg-",
  "=?utf-8?Q?=0D=0A?=",
  "\\\r\n",
];

/** What ends a command, a string or a line somewhere, in every spelling somebody may take for it. */
export const LINE_BREAKS: readonly string[] = [AS_IT_IS, CUT_DOWN, OVERLONG_UTF8, PERCENT, PERCENT_TWICE, ESCAPED].flat();

const UNQUOTED = [
  "> SIZE=1",
  "> BODY=8BITMIME <",
  "<",
  ">",
  '"',
  "\\",
  " ",
  "\t",
  ",",
  ";",
  ":",
  "(a)",
  "@",
  "[",
  "]",
  "@a.example:",
];
const WITH_A_COMMAND = [">\r\nRCPT TO:<x@y.example", "<x@y.example>", '"a\r\nb"', '"a\\\r\nb"', '"> x"', '"\\"'];

/** What ends a path or an argument early (RFC 5321 section 4.1.2), quoted and not. */
export const PATH_ENDS: readonly string[] = [...UNQUOTED, ...WITH_A_COMMAND];
