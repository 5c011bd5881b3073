import { execFileSync } from "node:child_process";
import os from "node:os";

/** Where and of what a benchmark was taken, for the head of its table. */
export function describeRun(): string[] {
  return [...describeMachine(), `Commit: ${describeCommit()}`, `Date: ${describeDate()}`];
}

export function describeMachine(): string[] {
  const cpu = os.cpus()[0]?.model.trim() ?? "unknown CPU";
  return [
    `Machine: ${os.availableParallelism()} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}`,
    `Node: ${process.version}`,
  ];
}

export function describeCommit(): string {
  const changes = git("status", "--porcelain", "--untracked-files=no", "--", ":/", ":(top,exclude)bench/results");
  const changed = changes === "" ? "" : " with changes";
  return `${git("rev-parse", "--short", "HEAD")}${changed}`;
}

export function describeDate(): string {
  return `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function git(...args: string[]): string {
  return execFileSync("git", args, { encoding: "utf8", cwd: import.meta.dirname }).trim();
}
