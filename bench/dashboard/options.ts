import { parseArgs } from "node:util";
import { wholeNumber } from "../whole-number.ts";

/**
 * What `npm run bench -- dashboard` is asked to measure: the monitors of the team that is looked at and the days behind them, how many raw
 * results there are of all teams together, and how long each page is asked for.
 */
export type DashboardOptions = { monitors: number; days: number; results: number; seconds: number; save: boolean };

/** Reads the command line. */
export function readDashboardOptions(args: string[]): DashboardOptions {
  const { values } = parseArgs({
    args,
    options: {
      monitors: { type: "string", default: "1000" },
      days: { type: "string", default: "90" },
      results: { type: "string", default: "200000000" },
      seconds: { type: "string", default: "30" },
      save: { type: "boolean", default: false },
    },
  });
  return {
    monitors: wholeNumber("--monitors", values.monitors),
    days: wholeNumber("--days", values.days),
    results: wholeNumber("--results", values.results),
    seconds: wholeNumber("--seconds", values.seconds),
    save: values.save,
  };
}
