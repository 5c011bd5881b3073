import type { Page } from "@playwright/test";
import { good } from "#testing/server/dialogues/good.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { addMonitor } from "./monitor.ts";
import { expect, test } from "./story.ts";

const NAMES = ["Alpha", "Beta", "Gamma"];

let server: PlayedServer;
test.beforeEach(async () => {
  server = await play(good);
});
test.afterEach(async () => {
  await server.close();
});

const rowOf = (page: Page, name: string) =>
  page.getByRole("list", { name: "Monitors" }).getByRole("listitem").filter({ hasText: name });
const tickOf = (page: Page, name: string) => page.getByRole("checkbox", { name: `Select ${name}` });
const bar = (page: Page) => page.getByRole("toolbar");

test("several monitors are paused, resumed, tagged, put into maintenance and deleted at once", async ({ dashboard: page }) => {
  for (const name of NAMES) await addMonitor(page, { host: "127.0.0.1", port: server.port, name, interval: "every hour" });
  await page.goto("/monitors");
  await expect(bar(page)).toHaveCount(0);

  await test.step("paused, and not: undone", async () => {
    await tickOf(page, "Alpha").check();
    await tickOf(page, "Beta").check();
    await expect(bar(page).getByText("2 selected")).toBeVisible();
    await bar(page).getByRole("button", { name: "Pause" }).click();
    await expect(rowOf(page, "Alpha").getByText("Paused")).toBeVisible();
    await expect(rowOf(page, "Beta").getByText("Paused")).toBeVisible();
    await expect(rowOf(page, "Gamma").getByText("Paused")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(rowOf(page, "Alpha").getByText("Paused")).toHaveCount(0);
    await expect(rowOf(page, "Beta").getByText("Paused")).toHaveCount(0);
  });

  await test.step("tagged, and what is wrong is said", async () => {
    await bar(page).getByRole("button", { name: "Tags" }).click();
    const dialog = page.getByRole("dialog", { name: "Tags of 2 monitors" });
    await dialog.getByRole("button", { name: "Change tags" }).click();
    await expect(dialog.getByText("Type a tag to add or to take away.")).toBeVisible();
    await dialog.getByLabel("Add").fill("Berlin, mx");
    await dialog.getByRole("button", { name: "Change tags" }).click();
    await expect(rowOf(page, "Beta").getByText("berlin")).toBeVisible();
    await expect(rowOf(page, "Gamma").getByText("berlin")).toHaveCount(0);
  });

  await test.step("into the form of a maintenance", async () => {
    await bar(page).getByRole("link", { name: "Maintenance" }).click();
    await expect(page.getByRole("checkbox", { name: /Alpha/ })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: /Gamma/ })).not.toBeChecked();
    await page.goto("/monitors");
  });

  await test.step("with the keyboard, and all of them", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(bar(page).getByText("1 selected")).toBeVisible();
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await expect(bar(page).getByText("3 selected")).toBeVisible();
    await bar(page).getByRole("button", { name: "Clear" }).click();
    await expect(bar(page)).toHaveCount(0);
  });

  await test.step("deleted, after a question", async () => {
    await tickOf(page, "Alpha").check();
    await tickOf(page, "Gamma").check();
    await bar(page).getByRole("button", { name: "Delete" }).click();
    const question = page.getByRole("alertdialog", { name: "Delete 2 monitors?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await bar(page).getByRole("button", { name: "Delete" }).click();
    await question.getByRole("button", { name: "Delete 2 monitors" }).click();
    await expect(page.getByText("2 monitors deleted")).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: /^Select (Alpha|Beta|Gamma)$/ })).toHaveCount(1);
  });
});
