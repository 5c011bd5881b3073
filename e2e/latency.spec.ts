import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

test("somebody wants to know how slow the slowest dialogues are, over a day and over ninety", async ({ watcher: page }) => {
  const server = await play(good);
  await addMonitor(page, { host: "127.0.0.1", port: server.port });
  await expect(statusOf(page)).toHaveText("Up", { timeout: 60_000 });

  const measures = page.getByRole("navigation", { name: "Measure of the latency chart" });
  await expect(measures.getByRole("link", { name: "Mean" })).toHaveAttribute("aria-current", "true");
  for (const measure of ["p50", "p95", "p99"]) {
    await measures.getByRole("link", { name: measure }).click();
    await expect(measures.getByRole("link", { name: measure })).toHaveAttribute("aria-current", "true");
    await expect(
      page.getByRole("img", { name: `${measure} of the latency of the whole dialogue over the last 24 hours` }),
    ).toBeVisible();
  }
  await expect(page.getByText("99 of 100 dialogues took no longer than this.")).toBeVisible();

  for (const window of ["1 hour", "7 days", "30 days", "90 days"]) {
    await page.getByRole("navigation", { name: "Window of the latency chart" }).getByRole("link", { name: window }).click();
    await expect(page.getByRole("img", { name: `p99 of the latency of the whole dialogue over the last ${window}` })).toBeVisible();
  }
  await page.getByText("As a table").first().click();
  const table = page.getByRole("table", { name: "Latency by stage, p99" });
  await expect(table.getByRole("columnheader", { name: "greeting" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Whole dialogue" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
  await server.close();
});
