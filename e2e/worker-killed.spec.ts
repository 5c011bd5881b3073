import { commandOf, processesNaming } from "#testing/launcher.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { startStack, type Stack } from "./stack.ts";
import { expect, test } from "./story.ts";

const INTERVAL_MS = 10_000;

let stack: Stack; // of its own: the other stories need their worker alive
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

  const workers = () => processesNaming(stack.dataFolder).filter((pid) => commandOf(pid).includes("worker/main.ts"));
  const killed = workers();
  expect(killed).toHaveLength(1);
  process.kill(killed[0]!, "SIGKILL");
  const before = server.received().length;
  await expect.poll(() => server.received().length, { timeout: 2 * INTERVAL_MS }).toBeGreaterThan(before);
  expect(workers()).not.toEqual(killed);

  await expect(statusOf(page)).toHaveText("Up");
  await page.goto("/incidents");
  await expect(page.getByRole("main").getByRole("link", { name: /Steady/ })).toHaveCount(0);
  await server.close();
});
