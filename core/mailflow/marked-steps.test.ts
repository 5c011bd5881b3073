import { expect, test } from "vitest";
import { outlineOf } from "../script/outline.ts";
import type { FlowStep } from "./flow.ts";
import { markSteps } from "./marked-steps.ts";

const OUTLINE = outlineOf(`version: 1
steps:
  - smtp: connect
    server: out
  - { smtp: ehlo }
  - { smtp: quit }
always:
  - { imap: logout }
`)!;
const over = (list: FlowStep["list"], index: number, outcome: FlowStep["outcome"]): FlowStep => ({
  list,
  index,
  says: "",
  outcome,
  ms: 1,
});
const marks = (steps: FlowStep[], isRunning: boolean) =>
  markSteps(OUTLINE, { steps, isRunning }).map(({ list, index, mark, fromLine, toLine }) =>
    [list, index, mark, fromLine, toLine].join(" "),
  );

test("the step that runs is the first that is not over, with its lines", () => {
  expect(marks([], true)).toEqual(["steps 0 running 3 4"]);
  expect(marks([over("steps", 0, "done")], true)).toEqual(["steps 0 done 3 4", "steps 1 running 5 5"]);
});

test("after one that failed, what is always done runs", () => {
  const failed = [over("steps", 0, "done"), over("steps", 1, "failed"), over("steps", 2, "skipped")];
  expect(marks(failed, true).slice(1)).toEqual(["steps 1 failed 5 5", "steps 2 skipped 6 6", "always 0 running 8 8"]);
  expect(marks([...failed, over("always", 0, "done")], true).at(-1)).toBe("always 0 done 8 8");
});

test("where nothing runs, what is over is marked and nothing else, and what stands nowhere is not", () => {
  expect(marks([], false)).toEqual([]);
  expect(marks([over("steps", 1, "failed"), over("steps", 9, "done")], false)).toEqual(["steps 1 failed 5 5"]);
});
