import type { Random } from "./random.ts";

/** A step of a script as data, in which anything may stand. */
export type LooseStep = Record<string, unknown>;

type Break = (step: LooseStep, random: Random) => LooseStep;

const NO_TIMES = ["", "5", "5 s", "-1s", "1h", "999999m", "1.5s", 5, null, [], {}];

/** What makes any step one that must be refused. */
const BREAKS: readonly Break[] = [
  function unknownKey(step) {
    return { ...step, surplus: 1 };
  },
  function noKind() {
    return { name: "nothing to do" };
  },
  function twoKinds(step) {
    return "smtp" in step ? { ...step, imap: "logout" } : { ...step, smtp: "quit" };
  },
  function unknownCommand(step) {
    const [kind] = Object.keys(step);
    return { ...step, [kind!]: "no such thing" };
  },
  function otherType(step, random) {
    const key = random.pick(Object.keys(step));
    return { ...step, [key]: { "No Body": [1] } };
  },
  function badTime(step, random) {
    return "wait" in step ? { ...step, wait: random.pick(NO_TIMES) } : { ...step, limit: random.pick(NO_TIMES) };
  },
  function badName(step, random) {
    return { ...step, name: random.pick(["", "a\nb", "\u0000", "x".repeat(101), 7, null]) };
  },
  function notThereYet(_, random) {
    return { smtp: "rcpt", to: `\${${random.pick(["missing", "no name", "Token"])}}@example.com` };
  },
  function injected(_, random) {
    return { smtp: "send", line: `NOOP${random.pick(["\r\n", "\n", "\r", "\0", "\u2028", "\u0085"])}RSET` };
  },
  function badPattern(_, random) {
    return { set: { id: { fromReply: random.pick(["(", "(a)(b)", "a", "(?=a)(b)", "(a)\\1", "(a{1001})"]) } } };
  },
];

/** A step that was good, and is not any more. */
export function breakStep(step: LooseStep, random: Random): LooseStep {
  return random.pick(BREAKS)(step, random);
}
