import { parseArgs } from "node:util";

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
  const number = (name: "monitors" | "interval" | "seconds" | "warm") => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number of at least 1, not "${values[name]}"`);
    return value;
  };
  const intervalS = number("interval");
  return {
    monitors: number("monitors"),
    intervalS,
    seconds: Math.ceil(number("seconds") / intervalS) * intervalS,
    warmS: number("warm"),
    save: values.save,
  };
}
