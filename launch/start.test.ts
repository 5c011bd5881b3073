import { chmod, cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processesNaming, startLauncher, type Launcher } from "#testing/launcher.ts";
import { freePort } from "./free-port.mjs";
import { takeLock } from "./lock.mjs";

const ROOT = path.join(import.meta.dirname, "..");
const IS_ROOT = process.getuid?.() === 0;

let folder: string;
let launchers: Launcher[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-launch-"));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as another user
  launchers = [];
});
afterEach(async () => {
  for (const launcher of launchers) await launcher.end();
  await rm(folder, { recursive: true, force: true });
});

type Wishes = { root?: string; settings?: Record<string, string>; as?: string[] };

async function start({ root = ROOT, settings = {}, as = [] }: Wishes = {}): Promise<Launcher> {
  const environment = { DATA_DIR: path.join(folder, "data"), PORT: String(await freePort()), ...settings };
  const launcher = startLauncher(root, environment, as);
  launchers.push(launcher);
  return launcher;
}

/** What there is before anything is installed. */
async function freshClone(): Promise<string> {
  const clone = path.join(folder, "clone");
  await mkdir(clone);
  for (const name of ["launch", "package.json", "package-lock.json", ".npmrc"]) {
    await cp(path.join(ROOT, name), path.join(clone, name), { recursive: true });
  }
  return clone;
}

async function listener(port = 0): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** One sentence on the standard error, and no start. */
async function complaintOf(launcher: Launcher): Promise<string> {
  const { code } = await launcher.ended;
  expect(code).toBe(1);
  const said = launcher.errors().trim();
  expect(said.split("\n")).toHaveLength(1);
  expect(processesNaming(folder)).toEqual([]);
  return said;
}

test("a taken port is named with the setting that changes it", async () => {
  const other = await listener();
  const launcher = await start({ settings: { PORT: String(other.port) } });
  expect(await complaintOf(launcher)).toBe(
    `Port ${other.port} is taken by another program: stop it, or set PORT to a free port, such as PORT=${other.port + 1}.`,
  );
  other.close();
});

test("a port that is none is named", async () => {
  expect(await complaintOf(await start({ settings: { PORT: "70000" } }))).toBe(
    'PORT is "70000": set it to a port between 1 and 65535.',
  );
});

test("a number of workers that is none is named", async () => {
  expect(await complaintOf(await start({ settings: { WORKERS: "two" } }))).toBe(
    'WORKERS is "two": set it to a number of workers between 1 and 64.',
  );
});

test("mail servers that are named twice are told apart by nobody", async () => {
  const settings = { SMTP_URL: "smtp://one.example", SMTP_URLS: "smtp://two.example smtp://three.example" };
  expect(await complaintOf(await start({ settings }))).toBe(
    "SMTP_URL and SMTP_URLS are both set: keep one, SMTP_URLS for several mail servers.",
  );
});

test.runIf(IS_ROOT)("a data folder that cannot be written is named, with who could not", async () => {
  const launcher = await start({
    settings: { DATA_DIR: "/etc/ehlowatch-data" },
    as: ["setpriv", "--reuid=nobody", "--clear-groups"],
  });
  expect(await complaintOf(launcher)).toBe(
    "The data folder /etc/ehlowatch-data cannot be written: give the user nobody the right to, or set DATA_DIR to another folder.",
  );
});

test.runIf(IS_ROOT)("a data folder the database's user may not enter is named", async () => {
  const closed = path.join(folder, "closed");
  await mkdir(closed, { mode: 0o700 });
  expect(await complaintOf(await start({ settings: { DATA_DIR: closed } }))).toBe(
    `The user postgres, which the database runs as, may not enter ${closed}: set DATA_DIR to a folder it can reach.`,
  );
});

test("a second copy on a folder is told so, and the first keeps it", async () => {
  const data = path.join(folder, "data");
  await mkdir(data);
  const giveBack = await takeLock(data);
  const launcher = await start({ settings: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" } });
  expect(await complaintOf(launcher)).toBe(
    `Ehlowatch already runs on ${data} (process ${process.pid}): stop it first, or set DATA_DIR to another folder.`,
  );
  expect(await readFile(path.join(data, "lock"), "utf8")).toMatch(new RegExp(`^${process.pid} `));
  giveBack();
});

test("without a registry in reach a fresh clone says what it needs", async () => {
  const settings = {
    npm_config_registry: "http://127.0.0.1:1/",
    npm_config_cache: path.join(folder, "cache"),
    DATABASE_URL: "postgres://a@127.0.0.1:1/a",
  };
  expect(await complaintOf(await start({ root: await freshClone(), settings }))).toBe(
    "The npm registry cannot be reached, and packages are missing: connect to the internet, or set npm's registry to one in reach, and start again.",
  );
});

test("a database of one's own that does not answer is named", async () => {
  const launcher = await start({ settings: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" } });
  expect(await complaintOf(launcher)).toMatch(
    /^The database at 127\.0\.0\.1:1 does not answer \(.+\): start it, or correct DATABASE_URL\.$/,
  );
});

test("Ctrl-C during the installation leaves nothing running", async () => {
  const silent = await listener(); // a registry that never answers
  const settings = {
    npm_config_registry: `http://127.0.0.1:${silent.port}/`,
    npm_config_cache: path.join(folder, "cache"),
    DATABASE_URL: "postgres://a@127.0.0.1:1/a",
  };
  const launcher = await start({ root: await freshClone(), settings });
  await launcher.says("Installing packages");
  await expect.poll(() => processesNaming(folder).length).toBeGreaterThan(1);
  launcher.signal("SIGINT");
  expect((await launcher.ended).code).toBe(0);
  expect(processesNaming(folder)).toEqual([]);
  expect(launcher.errors()).toBe("");
  silent.close();
});
