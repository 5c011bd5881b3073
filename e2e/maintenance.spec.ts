import type { Page } from "@playwright/test";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { addMonitor, partOf, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

/** Fills in when a maintenance begins: `minutes` from now, by the clock of UTC. */
async function beginIn(page: Page, minutes: number): Promise<void> {
  const [day = "", time = ""] = new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16).split("T");
  await page.getByLabel("Day", { exact: true }).fill(day);
  await page.getByLabel("Begins at").fill(time);
  await page.getByLabel("Time zone").selectOption("UTC");
}

const save = (page: Page) => page.getByRole("button", { name: "Save maintenance" }).click();

test("whoever is down in maintenance is left alone, and told of when it ends", async ({ dashboard: page, person }) => {
  const { port } = await holdClosedPort();
  const path = await addMonitor(page, {
    host: "127.0.0.1",
    port,
    name: "Being moved",
    confirmations: "none, the first check counts",
  });
  await expect(statusOf(page)).toHaveText("Down", { timeout: 20_000 });
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Plan maintenance" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Move");
  await expect(page.getByLabel("Being moved")).toBeChecked();
  await beginIn(page, -1);
  await save(page);
  await expect(page.getByRole("list", { name: "Now" })).toContainText("Being moved");

  await page.goto(path);
  await expect(statusOf(page)).toHaveText("Maintenance");
  await expect(page.getByText(/^In maintenance until /)).toBeVisible();
  await expect(partOf(page, "Incidents").getByRole("listitem")).toHaveCount(1);
  await page.goto("/monitors?status=maintenance");
  await expect(page.getByRole("list", { name: "Monitors" }).getByRole("listitem")).toHaveCount(1);

  await page.goto("/maintenance");
  await page.getByRole("button", { name: "End Move now" }).click();
  await expect(page.getByRole("list", { name: "Past" })).toContainText("Move");
  await page.goto(path);
  await expect(statusOf(page)).toHaveText("Down", { timeout: 20_000 });
  await expect(partOf(page, "Incidents").getByRole("listitem")).toHaveCount(2);
  await expect(
    partOf(page, "Uptime")
      .getByText(/^left out: .*maintenance \d/)
      .first(),
  ).toBeVisible();
  await page.goto(`/mailbox`);
  await expect(page.getByText(person.email).first()).toBeVisible();
});

test("tags are typed in, shown, filtered by, and maintenance is for them", async ({ dashboard: page }) => {
  const { port } = await holdClosedPort();
  const target = { host: "127.0.0.1", port };
  const tag = (tags: string) => () => page.getByLabel("Tags", { exact: true }).fill(tags);
  await addMonitor(page, { ...target, name: "First" }, tag("Berlin, Customer A"));
  await expect(page.getByRole("list", { name: "Tags" })).toHaveText(/berlin\s*customer a/);
  await addMonitor(page, { ...target, name: "Second" }, tag("berlin"));
  await addMonitor(page, { ...target, name: "Third" });

  await page.goto("/monitors");
  await page
    .getByRole("navigation", { name: "Filter by tag" })
    .getByRole("link", { name: /customer a/ })
    .click();
  await expect(page).toHaveURL(/tag=customer\+a/);
  const rows = page.getByRole("list", { name: "Monitors" }).locator(":scope > li");
  await expect(rows).toHaveCount(1);
  await page.goto("/monitors?tag=berlin");
  await expect(rows).toHaveCount(2);

  await page.goto("/maintenance/new");
  await page.getByLabel("Name", { exact: true }).fill("Berlin");
  await beginIn(page, -1);
  await page.getByLabel("For", { exact: true }).selectOption("Monitors with one of these tags");
  await page.getByLabel("Tags", { exact: true }).fill("berlin");
  await save(page);
  await expect(page.getByRole("list", { name: "Now" })).toContainText("2 monitors now");
  await page.goto("/monitors?status=maintenance");
  await expect(rows).toHaveCount(2);
});

test("uptime is told for days of one's own, and says so where too little was watched", async ({ watcher: page }) => {
  const { port } = await holdClosedPort();
  const path = await addMonitor(page, { host: "127.0.0.1", port, name: "Young" });
  const uptime = partOf(page, "Uptime");
  await expect(uptime.getByText("This month", { exact: true })).toBeVisible();
  await expect(uptime.getByText("Last month", { exact: true })).toBeVisible();
  await uptime.getByLabel("From", { exact: true }).fill("2026-01-01");
  await uptime.getByLabel("to the end of").fill("2026-01-31");
  await uptime.getByRole("button", { name: "Show uptime" }).click();
  await expect(page).toHaveURL(/from=2026-01-01&to=2026-01-31/);
  await expect(uptime.getByText("2026-01-01 to 2026-01-31")).toBeVisible();
  await page.goto(`${path}?from=2026-02-01&to=2026-01-01`);
  await expect(uptime.getByText("The first day is after the last one.")).toBeVisible();
});
