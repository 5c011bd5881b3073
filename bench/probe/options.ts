import { parseArgs } from "node:util";
import { wholeNumber } from "../whole-number.ts";

/** What `npm run bench:probe` is asked to measure: `probes` in each of `rounds`, at most `atOnce` at a time. */
export type ProbeBenchOptions = { probes: number; atOnce: number; rounds: number; save: boolean };

/** Reads the command line. */
export function readProbeBenchOptions(args: string[]): ProbeBenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      probes: { type: "string", short: "n", default: "4000" },
      concurrency: { type: "string", short: "c", default: "50" },
      rounds: { type: "string", default: "7" },
      save: { type: "boolean", default: false },
    },
  });
  return {
    probes: wholeNumber("-n", values.probes),
    atOnce: wholeNumber("-c", values.concurrency),
    rounds: wholeNumber("--rounds", values.rounds),
    save: values.save,
  };
}
