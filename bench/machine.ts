import { execFileSync } from "node:child_process";
import os from "node:os";

/** Where and of what a benchmark was taken, for the head of its table. */
export function describeRun(): string[] {
  const changed = git("status", "--porcelain", "--untracked-files=no") === "" ? "" : " with changes";
  const cpu = os.cpus()[0]?.model.trim() ?? "unknown CPU";
  return [
    `Machine: ${os.availableParallelism()} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}`,
    `Node: ${process.version}`,
    `Commit: ${git("rev-parse", "--short", "HEAD")}${changed}`,
    `Date: ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`,
  ];
}

function git(...args: string[]): string {
  return execFileSync("git", args, { encoding: "utf8", cwd: import.meta.dirname }).trim();
}
