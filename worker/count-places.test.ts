import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { countPlaces } from "./count-places.ts";

const GIB = 1024 ** 3;
const ROOM = { memoryBytes: 8 * GIB, files: 60_000 };

test("where there is room a worker runs ten thousand checks at once, or as many as it is set to", () => {
  expect(countPlaces(ROOM)).toBe(10_000);
  expect(countPlaces({ ...ROOM, wished: 15_000 })).toBe(15_000);
  expect(countPlaces({ ...ROOM, files: Infinity })).toBe(10_000);
});

test("a small memory means fewer, unless somebody wants it otherwise", () => {
  expect(countPlaces({ ...ROOM, memoryBytes: GIB / 4 })).toBe(1_024);
  expect(countPlaces({ ...ROOM, memoryBytes: GIB / 4, wished: 1_500 })).toBe(1_500);
  expect(countPlaces({ ...ROOM, memoryBytes: GIB / 16 })).toBe(1);
});

test("file descriptors are the limit, whatever is wished for", () => {
  expect(countPlaces({ ...ROOM, files: 1_024 })).toBe(462);
  expect(countPlaces({ ...ROOM, files: 20_000 })).toBe(9_950);
  expect(countPlaces({ ...ROOM, files: 1_024, wished: 5_000 })).toBe(462);
});

test.skipIf(process.platform !== "linux")("the limit a process was started with is read", () => {
  const read = `import("./worker/count-places.ts").then(({ readFileLimit }) => console.log(readFileLimit()))`;
  const script = `ulimit -n 1024 && exec "$0" --import tsx --eval '${read}'`;
  const said = execFileSync("sh", ["-c", script, process.execPath], {
    cwd: path.join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  expect(said.trim()).toBe("1024");
});
