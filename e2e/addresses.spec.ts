import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { addMonitor, openSection, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 25_000;
const FIRST = "none, the first check counts";

/** `localhost` has an address of each family; a server that listens at one of them is half there. */
test("of several addresses the dead one is named, and each way has its own verdict and transcript", async ({ watcher: page }) => {
  const server = await play(good, { host: "127.0.0.1" });
  await addMonitor(page, { host: "localhost", port: server.port, name: "Half", confirmations: FIRST }, async () => {
    await openSection(page, "Addresses");
    await page.getByLabel("Which addresses have to work").selectOption("both");
  });
  await expect(statusOf(page)).toHaveText("Degraded", { timeout: WITHIN_MS });

  const addresses = page.getByRole("table", { name: "Addresses" });
  await expect(addresses.getByRole("row").filter({ hasText: "::1" })).toContainText("refused the connection");
  await expect(addresses.getByRole("row").filter({ hasText: "127.0.0.1" })).toContainText("accepted after");
  const ways = page.getByRole("table", { name: "Ways to the server" });
  await expect(ways.getByRole("row").filter({ hasText: "IPv4" })).toContainText("Up");
  await expect(ways.getByRole("row").filter({ hasText: "IPv6" })).toContainText("Connection refused");

  await page.getByRole("link", { name: "Transcript of such a check" }).click();
  await expect(page.getByRole("list", { name: "Stages over IPv4" })).toBeVisible();
  const failing = page.getByRole("list", { name: "Stages over IPv6" }).getByRole("link", { name: /connect failed/ });
  const transcript = page.getByRole("region", { name: "Transcript", exact: true });
  await expect(transcript.getByRole("list", { name: "over IPv4" })).toContainText("220 mx.example ESMTP ready");
  await expect(transcript.getByRole("list", { name: "over IPv6" })).toContainText("failed here");
  await failing.click();
  await expect(page).toHaveURL(/#L\d+$/);
  const line = transcript.locator(":target");
  await expect(line).toContainText("connect");
  expect(await transcript.getByRole("list", { name: "over IPv6" }).locator(":target").count()).toBe(1);
  await server.close();
});

test("with both families there, both are judged and up", async ({ watcher: page }) => {
  const server = await play(good, { host: "::" });
  await addMonitor(page, { host: "localhost", port: server.port, name: "Both", confirmations: FIRST }, async () => {
    await openSection(page, "Addresses");
    await page.getByLabel("Which addresses have to work").selectOption("each");
  });
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await expect(page.getByRole("table", { name: "Ways to the server" }).getByRole("row")).toHaveCount(3);
  expect(new Set(server.reached())).toEqual(new Set(["127.0.0.1", "::1"]));
  await server.close();
});
