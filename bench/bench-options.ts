import { parseArgs } from "node:util";
import { wholeNumber } from "./whole-number.ts";

/** What `npm run bench` is asked to measure. */
export type BenchOptions = { monitors: number; intervalS: number; seconds: number; warmS: number; save: boolean };

/** Reads the command line; a window of whole intervals holds the same number of slots of every monitor, so `seconds` is rounded up to one. */
export function readBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      monitors: { type: "string", default: "1000" },
      interval: { type: "string", default: "10" },
      seconds: { type: "string", default: "60" },
      warm: { type: "string", default: "30" },
      save: { type: "boolean", default: false },
    },
  });
  const number = (name: "monitors" | "interval" | "seconds" | "warm") => wholeNumber(`--${name}`, values[name]);
  const intervalS = number("interval");
  return {
    monitors: number("monitors"),
    intervalS,
    seconds: Math.ceil(number("seconds") / intervalS) * intervalS,
    warmS: number("warm"),
    save: values.save,
  };
}
