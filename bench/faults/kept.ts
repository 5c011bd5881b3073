import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Figure } from "#testing/faults/figure.ts";
import { ROWS } from "#testing/faults/rows.ts";
import type { QueueKind } from "#testing/faults/scene.ts";
import { describeCommit, describeDate } from "../machine.ts";
import type { Played } from "./play-rows.ts";

/** What came of a row, of which commit and when, how long it took (s), and how busy the machine was. */
export type Kept = { id: string; queue: QueueKind; commit: string; date: string; load: string; tookS: number; figures: Figure[] };

const FILE = path.join(import.meta.dirname, "../results/faults.json");

/** What came of the full form of each row when it was last played to be kept, in the order of the card. */
export function readKept(): Kept[] {
  try {
    return JSON.parse(readFileSync(FILE, "utf8")) as Kept[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Takes in what came of a row, instead of what had come of it before: all of them together last for longer than a machine is left alone. */
export function keep(kept: Kept): void {
  const others = readKept().filter(({ id, queue }) => id !== kept.id || queue !== kept.queue);
  const order = ROWS.map(({ id }) => id);
  const all = [...others, kept].toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || a.queue.localeCompare(b.queue));
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
}

export function asKept({ row, queue, tookMs, figures }: Played): Kept {
  const load = os
    .loadavg()
    .map((each) => each.toFixed(1))
    .join(", ");
  return { id: row.id, queue, commit: describeCommit(), date: describeDate(), load, tookS: Math.round(tookMs / 1000), figures };
}
