import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-lock-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => path.join(folder, "lock");

/** Takes the lock in a process of its own, says so, and lives until it is killed. */
function holder() {
  const program = `import { takeLock } from ${JSON.stringify(path.join(import.meta.dirname, "lock.mjs"))};
    await takeLock(${JSON.stringify(folder)}); console.log("taken"); setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: ["ignore", "pipe", "pipe"] });
}

test("a lock that is given back can be taken again", async () => {
  const giveBack = await takeLock(folder);
  giveBack();
  expect(existsSync(lock())).toBe(false);
  (await takeLock(folder))();
});

test("a living process keeps its lock, and a killed one loses it", async () => {
  const other = holder();
  await once(other.stdout, "data");
  await expect(takeLock(folder)).rejects.toThrow(`(process ${other.pid}): stop it first`);
  other.kill("SIGKILL");
  await once(other, "exit");
  (await takeLock(folder))();
});

test("a process id that belongs to somebody else by now holds nothing", async () => {
  writeFileSync(lock(), `${process.ppid} 1\n`);
  await takeLock(folder);
  expect(readFileSync(lock(), "utf8")).toMatch(new RegExp(`^${process.pid} `));
});

test("of ten that find a stale lock at once, one gets it", async () => {
  writeFileSync(lock(), "999999999 1\n");
  const all = Array.from({ length: 10 }, holder);
  const got = await Promise.all(
    all.map((each) => Promise.race([once(each.stdout, "data").then(() => true), once(each, "exit").then(() => false)])),
  );
  for (const each of all) each.kill("SIGKILL");
  expect(got.filter(Boolean)).toHaveLength(1);
});
