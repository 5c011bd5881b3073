import { readFileSync } from "node:fs";

/** Stands a process still, with all its children, as a machine that is out of breath does: it keeps its connections, and says nothing. */
export function freeze(pid: number): void {
  for (const each of withChildren(pid)) signal(each, "SIGSTOP");
}

/** Lets it go on, as if no time had passed. */
export function thaw(pid: number): void {
  for (const each of withChildren(pid).toReversed()) signal(each, "SIGCONT");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended meanwhile
  }
}

/** A process and its children (proc(5)). */
function withChildren(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").split(" ").filter(Boolean);
  return [pid, ...children.map(Number)];
}
