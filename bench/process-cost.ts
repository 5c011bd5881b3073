import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const TICK_US = 1_000_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** What a process and its descendants have used so far: CPU time, user and system, in microseconds, and resident bytes now. */
export type ProcessCost = { cpuUs: number; rssBytes: number };

/** Reads it from /proc (proc(5)); a process that has ended counts through the parent that waited for it. */
export function costOf(pid: number): ProcessCost {
  const processes = familyOf(pid);
  return {
    cpuUs: processes.reduce((sum, { cpuUs }) => sum + cpuUs, 0),
    rssBytes: processes.reduce((sum, process) => sum + rssOf(process.pid), 0),
  };
}

/** CPU time, user and system, in microseconds, of every process that this one has started and waited for (proc(5), cutime and cstime). */
export function waitedForCpuUs(): number {
  return sum(statOf("self"), [13, 14]) * TICK_US;
}

/** The share of the machine's CPU time, 0 to 1, in use by anybody since `before`. */
export function busySince(before: MachineTicks): number {
  const now = machineTicks();
  return (now.busy - before.busy) / (now.all - before.all);
}

export type MachineTicks = { busy: number; all: number };
export function machineTicks(): MachineTicks {
  const [user, nice, system, idle, wait, irq, softirq, steal] = readFileSync("/proc/stat", "latin1")
    .split("\n")[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = user! + nice! + system! + irq! + softirq! + steal!;
  return { busy, all: busy + idle! + wait! };
}

type Process = { pid: number; parent: number; cpuUs: number };

function familyOf(root: number): Process[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  const family = all.filter(({ pid }) => pid === root);
  // `family` grows while it is walked: children, then theirs.
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

function readProcess(pid: number): Process[] {
  try {
    const fields = statOf(pid);
    return [{ pid, parent: Number(fields[1]), cpuUs: sum(fields, [11, 12, 13, 14]) * TICK_US }]; // utime, stime, cutime, cstime
  } catch {
    return []; // it ended meanwhile
  }
}

/** The fields of /proc/pid/stat from the third on: the second may hold anything. */
function statOf(pid: number | "self"): string[] {
  const line = readFileSync(`/proc/${pid}/stat`, "latin1");
  return line.slice(line.lastIndexOf(")") + 2).split(" ");
}

function sum(fields: string[], positions: number[]): number {
  return positions.reduce((total, position) => total + Number(fields[position]), 0);
}

/** Its own pages and its part of those it shares: the sum over a family counts nothing twice. */
function rssOf(pid: number): number {
  try {
    const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "latin1"));
    return Number(kib?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it ended meanwhile
  }
}
