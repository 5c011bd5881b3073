import { isDeepStrictEqual } from "node:util";
import { parse, stringify } from "yaml";
import { readScript, type ReadScript } from "#core/script/read-script.ts";
import { writeScript } from "#core/script/write-script.ts";
import { breakStep, type LooseStep } from "./break-script.ts";
import { mutateText } from "./mutate-text.ts";
import { randomScript } from "./random-script.ts";
import { randomFrom, type Random } from "./random.ts";

/** What came of each kind of script, and which promises did not hold. */
export type ScriptFuzzOutcome = { accepted: number; refused: number; broken: { seed: number; promise: string }[] };

/**
 * Reads seeded scripts: good ones, ones with a broken step, and texts after accidents. The promises: nothing is thrown; a good script is read,
 * and written down reads as the same; a broken one is refused with a reason and a line of the step that is broken; what is accepted after an
 * accident, written down reads as the same.
 */
export function fuzzScripts(firstSeed: number, runs: number): ScriptFuzzOutcome {
  const outcome: ScriptFuzzOutcome = { accepted: 0, refused: 0, broken: [] };
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const { read, promise } = once(randomFrom(seed));
    if (promise !== null) outcome.broken.push({ seed, promise });
    if (read?.script) outcome.accepted++;
    else outcome.refused++;
  }
  return outcome;
}

function once(random: Random): { read: ReadScript | null; promise: string | null } {
  try {
    return random.pick([good, withBrokenStep, afterAccident])(random);
  } catch (error) {
    return { read: null, promise: `nothing is thrown: ${String(error)}` };
  }
}

function good(random: Random) {
  const script = randomScript(random);
  const read = readScript(writeScript(script));
  return { read, promise: isDeepStrictEqual(read.script, script) ? null : "a good script is read as it is" };
}

function withBrokenStep(random: Random) {
  const loose = parse(writeScript(randomScript(random))) as { steps: LooseStep[] };
  const index = random.whole(loose.steps.length);
  loose.steps[index] = breakStep(loose.steps[index]!, random);
  const text = stringify(loose, { lineWidth: 0 });
  const read = readScript(text);
  if (read.script !== null) return { read, promise: `a broken step is refused: ${JSON.stringify(loose.steps[index])}` };
  const isTold = read.problems.some(
    ({ path, message, line }) => path[1] === index && message !== "" && isOfStep(text, index, line),
  );
  return { read, promise: isTold ? null : `a broken step is told with its line: ${JSON.stringify(loose.steps[index])}` };
}

function afterAccident(random: Random) {
  const text = mutateText(writeScript(randomScript(random)), random);
  const read = readScript(text);
  if (read.script === null) return { read, promise: read.problems.every(({ line }) => line >= 1) ? null : "a problem has a line" };
  return {
    read,
    promise: isDeepStrictEqual(readScript(writeScript(read.script)).script, read.script)
      ? null
      : "what is read can be written down",
  };
}

/** Whether a line of a text is one of the step with this index: each begins with a hyphen two spaces in. */
function isOfStep(text: string, index: number, line: number): boolean {
  const lines = text.split("\n");
  const first = lines.indexOf("steps:") + 1;
  const starts = lines.flatMap((each, at) => (at >= first && each.startsWith("  - ") ? [at + 1] : []));
  return line >= starts[index]! && line < (starts[index + 1] ?? lines.length + 1);
}
