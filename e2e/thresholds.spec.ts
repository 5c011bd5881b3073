import { greetingDelayed } from "#testing/server/dialogues/greeting-delayed.ts";
import { play } from "#testing/server/play.ts";
import { quiet } from "#testing/server/steps.ts";
import { addMonitor, openSection, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

test("a stage over its threshold is degraded, with the number, and the rail shows where it became slow", async ({
  watcher: page,
}) => {
  const server = await play([quiet(50), ...greetingDelayed]); // takes 350 ms, some of which may pass before our side has noticed that it is connected
  await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, name: "Slow", confirmations: "none, the first check counts" },
    async () => {
      await openSection(page, "Thresholds");
      await page.getByLabel("greeting ms").fill("100");
      await page.getByLabel("connect ms").fill("5000");
    },
  );
  await expect(statusOf(page)).toHaveText("Degraded", { timeout: 25_000 });
  await expect(page.getByText(/Seen: It took [3-9]\d\d ms; slow is more than 100 ms\./)).toBeVisible(); // and the machine may be busy
  await page.getByRole("link", { name: "Transcript of such a check" }).click();
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(/It took [3-9]\d\d ms; slow is more than 100 ms\./);
  const stage = page.getByRole("list", { name: "Stages of the dialogue" }).getByRole("listitem").filter({ hasText: "greeting" });
  await expect(stage).toHaveAttribute("title", /^greeting: [3-9]\d\d ms, 220 .*, slow above 100 ms$/);
  await expect(stage.getByRole("link")).toHaveAccessibleName(/greeting degraded/);
  await page.locator("summary", { hasText: "Stages as a table" }).click();
  const rows = page.getByRole("table", { name: "Stages as a table" }).getByRole("row");
  await expect(rows.filter({ hasText: "greeting" })).toContainText(/[3-9]\d\d ms, slow/);
  await expect(rows.filter({ hasText: "connect" })).toContainText("5000 ms");
  await server.close();
});
