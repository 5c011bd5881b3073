import os from "node:os";

/** How busy the machine was, for the head of a table; a benchmark of one program that says more than its CPUs was not alone. */
export function describeLoad(load: number[] = os.loadavg()): string {
  const isShared = load[0]! > os.availableParallelism();
  const averages = load.map((each) => each.toFixed(1)).join(", ");
  return `Load average at the end: ${averages}${isShared ? "; others were at work on this machine, which shows in every time" : ""}`;
}
