import { readdirSync, readFileSync } from "node:fs";
import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { startStack, type Stack } from "./stack.ts";
import { expect, test } from "./story.ts";

const INTERVAL_MS = 10_000;

let stack: Stack;
test.beforeAll(async () => {
  stack = await startStack();
});
test.afterAll(async () => {
  await stack.stop();
});

test("npm start replaces a worker that is killed: checks go on within two intervals, and no incident opens", async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: stack.url });
  const server = await play(good);
  await signUpAndConfirm(page, newPerson());
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Steady" });
  await expect(statusOf(page)).toHaveText("Up", { timeout: INTERVAL_MS });

  const [worker] = processesOf(stack.pid, "worker/main.ts");
  process.kill(worker!, "SIGKILL");
  const before = server.received().length;
  await expect.poll(() => server.received().length, { timeout: 2 * INTERVAL_MS }).toBeGreaterThan(before);
  expect(processesOf(stack.pid, "worker/main.ts")).not.toContain(worker);

  await expect(statusOf(page)).toHaveText("Up");
  await page.goto("/incidents");
  await expect(page.getByRole("main").getByRole("link", { name: /Steady/ })).toHaveCount(0);
  await server.close();
});

/** The processes below `ancestor` whose command line holds `words` (proc(5)). */
function processesOf(ancestor: number, words: string): number[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parentOf = new Map(
    pids.map((pid) => [
      Number(pid),
      Number(
        read(pid, "stat")
          .replace(/^.*\) \S+ /s, "")
          .split(" ")[0],
      ),
    ]),
  );
  const isBelow = (pid: number | undefined): boolean => pid === ancestor || (!!pid && isBelow(parentOf.get(pid)));
  return pids.filter((pid) => read(pid, "cmdline").includes(words) && isBelow(Number(pid))).map(Number);
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // it ended meanwhile
  }
}
