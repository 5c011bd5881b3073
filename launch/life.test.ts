import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandOf, processesNaming, startLauncher, type Launcher } from "#testing/launcher.ts";
import { freePort } from "./free-port.mjs";

// One installation through starts, crashes and stops, in the order they are written.

const ROOT = path.join(import.meta.dirname, "..");
const SLOWLY = { timeout: 30_000, interval: 100 };
const PAGES = "launch/serve-pages.mjs";
/** The first start builds. */
const BUILD_MS = 300_000;

let folder: string;
let url: string;
let settings: Record<string, string>;
let launcher: Launcher;
let frozen: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-life-"));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as another user
  const port = await freePort();
  url = `http://localhost:${port}`;
  settings = { DATA_DIR: path.join(folder, "data"), PORT: String(port), WORKERS: "2", WEB_PROCESSES: "2" };
});
afterAll(async () => {
  await launcher.end();
  await rm(folder, { recursive: true, force: true });
});

async function start() {
  launcher = startLauncher(ROOT, settings);
  await launcher.says(`${url}\n`);
}

const health = () =>
  fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.status,
    () => null,
  );

const allRunning = (program: string) => processesNaming(folder).filter((pid) => commandOf(pid).includes(program));
const findRunning = (program: string) => allRunning(program)[0];

function processRunning(program: string): number {
  const pid = findRunning(program);
  if (pid === undefined) throw new Error(`Nothing runs ${program}.`);
  return pid;
}

test(
  "it starts, prints its URL once all is well, and keeps its secrets to itself",
  async () => {
    await start();
    expect(await health()).toBe(200);
    const secrets = path.join(folder, "data", "secrets.json");
    expect((await stat(secrets)).mode & 0o777).toBe(0o600);
    expect(launcher.output()).not.toContain(JSON.parse(await readFile(secrets, "utf8")).databasePassword);
  },
  BUILD_MS,
);

test("there are as many workers and web processes as were asked for", async () => {
  expect(allRunning("worker/main.ts")).toHaveLength(2);
  await expect.poll(() => allRunning(PAGES).length, SLOWLY).toBe(2);
});

test("another web process takes the place of one that is killed", async () => {
  const [killed, stoodStill] = allRunning(PAGES);
  process.kill(killed!, "SIGKILL");
  process.kill((frozen = stoodStill!), "SIGSTOP"); // it is looked for below: meanwhile it is missed
  await expect.poll(() => allRunning(PAGES).filter((pid) => pid !== killed).length, SLOWLY).toBe(2);
  await expect.poll(health, SLOWLY).toBe(200);
});

async function killOne(program: string) {
  const [killed, ...others] = allRunning(program);
  process.kill(killed!, "SIGKILL");
  await expect.poll(() => allRunning(program).filter((pid) => pid !== killed).length, SLOWLY).toBe(others.length + 1);
  await expect.poll(health, SLOWLY).toBe(200);
}

test.each([
  ["worker", "worker/main.ts"],
  ["mailbox", "worker/mailbox.ts"],
])("the %s is started again when it is killed", async (name, program) => {
  await killOne(program);
  expect(launcher.output()).toMatch(new RegExp(`The ${name}(-2)? ended by itself \\(SIGKILL\\); starting it again`));
});

test("PostgreSQL is started again when it is killed", async () => {
  process.kill(processRunning("bin/postgres"), "SIGKILL");
  await launcher.says("PostgreSQL ended by itself; starting it again");
  await expect.poll(health, SLOWLY).toBe(200);
});

test("another web process takes the place of one that stands still", async () => {
  await expect.poll(() => allRunning(PAGES).filter((pid) => pid !== frozen).length, SLOWLY).toBe(2);
  expect(allRunning(PAGES)).not.toContain(frozen);
});

test("the web server is started again when it is killed, its processes with it", async () => {
  const before = allRunning(PAGES);
  await killOne("launch/web.mjs");
  expect(launcher.output()).toContain("The web ended by itself (SIGKILL); starting it again");
  expect(allRunning(PAGES).filter((pid) => before.includes(pid))).toEqual([]);
});

test("Ctrl-C stops all of it", async () => {
  launcher.signal("SIGINT");
  expect((await launcher.ended).code).toBe(0);
  expect(processesNaming(folder)).toEqual([]);
  expect(launcher.errors()).toBe("");
});

test("the next start skips what is done already", async () => {
  await start();
  expect(await health()).toBe(200);
  expect(launcher.output()).not.toMatch(/Installing|client|migrations|Building/);
});

test("a launcher that is killed takes its children with it, and the next start its folder and database", async () => {
  launcher.signal("SIGKILL");
  await launcher.ended;
  await expect.poll(() => processesNaming(folder).map(commandOf), SLOWLY).toEqual([expect.stringContaining("bin/postgres")]);
  await start();
  expect(await health()).toBe(200);
});

test("a second Ctrl-C ends everything at once, also what does not end by itself", async () => {
  process.kill(processRunning("worker/main.ts"), "SIGSTOP");
  launcher.signal("SIGINT");
  await launcher.says("Stopping.");
  await sleep(1_000); // npm doubles a Ctrl-C: what comes sooner is the same one
  launcher.signal("SIGINT");
  expect((await launcher.ended).code).toBe(1);
  await expect.poll(() => processesNaming(folder), SLOWLY).toEqual([]);
});
