import { parseArgs } from "node:util";
import { readWebProcesses } from "#launch/settings.mjs";
import { wholeNumber } from "../whole-number.ts";

/**
 * What `npm run bench -- dashboard` is asked to measure: the monitors of the team that is looked at and the days behind them, how many raw
 * results there are of all teams together, how many processes serve the pages, how many users look at it at once, and for how long at each page.
 */
export type DashboardOptions = {
  monitors: number;
  days: number;
  results: number;
  processes: number;
  users: number;
  seconds: number;
  save: boolean;
};

/** Reads the command line. */
export function readDashboardOptions(args: string[]): DashboardOptions {
  const { values } = parseArgs({
    args,
    options: {
      monitors: { type: "string", default: "1000" },
      days: { type: "string", default: "90" },
      results: { type: "string", default: "200000000" },
      processes: { type: "string", default: String(readWebProcesses(process.env)) },
      users: { type: "string", default: "50" },
      seconds: { type: "string", default: "30" },
      save: { type: "boolean", default: false },
    },
  });
  return {
    monitors: wholeNumber("--monitors", values.monitors),
    days: wholeNumber("--days", values.days),
    results: wholeNumber("--results", values.results),
    processes: wholeNumber("--processes", values.processes),
    users: wholeNumber("--users", values.users),
    seconds: wholeNumber("--seconds", values.seconds),
    save: values.save,
  };
}
