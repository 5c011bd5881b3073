import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { good } from "#testing/server/dialogues/good.ts";
import { countDowns, untilAccounted } from "../accounted.ts";
import { makeCrowd } from "../crowd.ts";
import { none, told, type Figure } from "../figure.ts";
import { countFiles } from "../open-files.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";

const MIB = 1024 * 1024;
const MEMORY_MIB = 256;
/** A thread's stack counts in full, however little of it is written to. */
const STACK_MIB = 2;
/** Half of what it may have is what Node.js takes for its heap in a container, whose limit it sees; this one it does not see. */
const HEAP_MIB = MEMORY_MIB / 2;
const FILES = 1_024;
const INTERVAL_S = 60;
const ANSWERS_AFTER_MS = 4_000;

/** F10: more checks fall due in one second than the worker has file descriptors for, each of a server that takes its time. */
export const littleRoom: Row = {
  id: "F10",
  what: `a worker with ${MEMORY_MIB} MiB of memory to write to (RLIMIT_DATA) and ${FILES} file descriptors; more checks are due in one second than that, of servers that answer after ${ANSWERS_AFTER_MS / 1000} s`,
  queues: EITHER_QUEUE,
  testedWith: null,
  async run(scene, form) {
    const count = form === "full" ? 1_500 : 600;
    const server = await scene.play([(player) => player.wait(ANSWERS_AFTER_MS), ...good], { host: "0.0.0.0" });
    const limits = [`--nofile=${FILES}:${FILES}`, `--data=${MEMORY_MIB * MIB}`, `--stack=${STACK_MIB * MIB}`];
    const worker = await scene.startWorker({ NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB}` }, ["prlimit", ...limits]);
    const crowd = await makeCrowd(scene.team, { count, port: server.port, policy: { intervalS: INTERVAL_S } });

    const { pid } = worker.process;
    let mostFiles = 0;
    let mostAskedFor = 0;
    const over = new AbortController();
    const watch = async () => {
      for (; !over.signal.aborted; await sleep(100)) {
        mostFiles = Math.max(mostFiles, countFiles(pid!));
        mostAskedFor = Math.max(mostAskedFor, readMemory(pid!, "VmData"));
      }
    };
    const watching = watch();
    const { afterMs, seen } = await untilAccounted(crowd, crowd.slotAt - Date.now() + 2 * INTERVAL_S * 1000);
    const mostResident = readMemory(pid!, "VmHWM");
    over.abort();
    await watching;
    const hasEnded = worker.process.exitCode !== null || worker.process.signalCode !== null;
    return [
      none("workers that ended", hasEnded ? 1 : 0, 1),
      below("most memory, resident", Math.round(mostResident / MIB), MEMORY_MIB, " MiB"),
      told("most memory it had asked for", `${Math.round(mostAskedFor / MIB)} MiB`),
      below("most file descriptors", mostFiles, FILES),
      none("slots lost", count - afterMs.length, count),
      told("of them with a result, and written down as not run", `${seen.results} and ${seen.notRun}`),
      none("monitors said to be down", await countDowns()),
    ];
  },
};

function below(what: string, value: number, most: number, unit = ""): Figure {
  const written = (each: number) => `${each.toLocaleString("en-US")}${unit}`;
  return { what, measured: written(value), aim: `under ${written(most)}`, holds: value < most };
}

/** What a process has, in bytes (proc(5)): `VmHWM` is the most it ever had in memory; 0 where it has ended. */
function readMemory(pid: number, what: "VmHWM" | "VmData"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    return 1024 * Number(new RegExp(`^${what}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
