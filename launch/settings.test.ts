import { expect, test } from "vitest";
import { readWebProcesses, usualWebProcesses } from "./settings.mjs";

const GIB = 1024 ** 3;

test.each([
  ["a small machine serves with one", 2, 0.96 * GIB, 1],
  ["a core each, where there is memory", 2, 24 * GIB, 2],
  ["no more than there are GiB", 8, 2.5 * GIB, 2],
  ["four at most", 64, 512 * GIB, 4],
])("web processes: %s", (_, cores, memoryBytes, processes) => {
  expect(usualWebProcesses(cores, memoryBytes)).toBe(processes);
});

test("what is said counts, and an empty setting says nothing", () => {
  expect(readWebProcesses({ NODE_ENV: "test", WEB_PROCESSES: "7" })).toBe(7);
  expect(readWebProcesses({ NODE_ENV: "test", WEB_PROCESSES: "" })).toBe(readWebProcesses({ NODE_ENV: "test" }));
  expect(() => readWebProcesses({ NODE_ENV: "test", WEB_PROCESSES: "0" })).toThrow(
    'WEB_PROCESSES is "0": set it to a number of web processes between 1 and 64.',
  );
});
