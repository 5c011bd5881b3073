import { parseArgs } from "node:util";
import { wholeNumber } from "../whole-number.ts";

/** What `npm run bench:fleet` is asked to measure. `slowS` is how long the servers take to greet. */
export type FleetOptions = {
  monitors: number[];
  intervalS: number;
  seconds: number;
  workers: number;
  queue: "postgresql" | "redis";
  slowS: number;
  starttls: boolean;
  save: boolean;
};

/** Reads the command line; whole intervals hold the same number of slots of every monitor, so `seconds` is rounded up to one. */
export function readFleetOptions(args: string[]): FleetOptions {
  const { values } = parseArgs({
    args,
    options: {
      monitors: { type: "string", default: "1000,10000,50000,100000" },
      interval: { type: "string", default: "60" },
      seconds: { type: "string", default: "60" },
      workers: { type: "string", default: "2" },
      queue: { type: "string", default: "postgresql" },
      slow: { type: "string", default: "0" },
      starttls: { type: "boolean", default: false },
      save: { type: "boolean", default: false },
    },
  });
  if (values.queue !== "postgresql" && values.queue !== "redis") throw new Error("--queue is postgresql or redis.");
  const intervalS = wholeNumber("--interval", values.interval);
  return {
    monitors: values.monitors.split(",").map((count) => wholeNumber("--monitors", count)),
    intervalS,
    seconds: Math.ceil(wholeNumber("--seconds", values.seconds) / intervalS) * intervalS,
    workers: wholeNumber("--workers", values.workers),
    queue: values.queue,
    slowS: values.slow === "0" ? 0 : wholeNumber("--slow", values.slow),
    starttls: values.starttls,
    save: values.save,
  };
}
