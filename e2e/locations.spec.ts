import { readFileSync } from "node:fs";
import { commandOf, processesNaming } from "#testing/launcher.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns, type PlayedDns } from "#testing/server/play-dns.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { addMonitor, partOf, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { startStack, type Stack } from "./stack.ts";
import { expect, test } from "./story.ts";

const HERE = "127.0.0.1";
/** Nobody listens there. */
const ELSEWHERE = "127.0.0.2";

const resolverOf = (address: string) => playDns((_, family) => (family === "A" ? [address] : []));

let server: PlayedServer;
let resolvers: Record<"local" | "fra", PlayedDns>;
let stack: Stack; // of its own: the other stories have one location
let fra: SpawnedWorker;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await play(good);
  resolvers = { local: await resolverOf(HERE), fra: await resolverOf(ELSEWHERE) };
  stack = await startStack({ DNS_SERVERS: resolvers.local.address, SELF_TEST_SERVERS: "off" });
});
test.afterAll(async () => {
  await fra?.end("SIGKILL");
  await stack.stop();
  await Promise.all([server.close(), resolvers.local.close(), resolvers.fra.close()]);
});

/** What the worker of the product has in its environment: one at another location has the same, but for its place. */
function environmentOfWorker(): Record<string, string> {
  const pid = processesNaming(stack.dataFolder).find((each) => commandOf(each).includes("worker/main.ts"))!;
  const lines = readFileSync(`/proc/${pid}/environ`, "utf8")
    .split("\0")
    .filter((line) => line.includes("="));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

test("a second location joins, sees what nobody else sees, raises no alarm, and can be left out of a monitor", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await browser.newPage({ baseURL: stack.url });
  await signUpAndConfirm(page, newPerson());
  await page.goto("/monitors/new");
  await expect(page.getByRole("group", { name: "Check from" })).toHaveCount(0);

  fra = await spawnWorker({ ...environmentOfWorker(), LOCATION: "fra", DNS_SERVERS: resolvers.fra.address });
  await page.reload();
  await expect(page.getByRole("group", { name: "Check from" }).getByRole("checkbox")).toHaveCount(2);

  const href = await addMonitor(page, { host: "mx.example", port: server.port, name: "Seen from two places" });
  await expect(page.getByText("from fra, local")).toBeVisible();
  await expect(statusOf(page)).toHaveText("Up", { timeout: 60_000 });
  await expect(partOf(page, "Latest checks").getByText("only from fra").first()).toBeVisible({ timeout: 60_000 });
  await expect(statusOf(page)).toHaveText("Up");
  await page.goto("/incidents");
  await expect(page.getByRole("main").getByRole("link", { name: /Seen from two places/ })).toHaveCount(0);

  await page.goto(`${href}/edit`);
  await page.getByRole("group", { name: "Check from" }).getByRole("checkbox", { name: "local" }).check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(/\/monitors\/\d+$/);
  await expect(page.getByText("every 10 seconds from local")).toBeVisible();
});
