import type { Page } from "@playwright/test";
import { good } from "#testing/server/dialogues/good.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { addMonitor, fillMonitorForm, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const UP_WITHIN_MS = 10_000;

let server: PlayedServer;
test.beforeEach(async () => {
  server = await play(good);
});
test.afterEach(async () => {
  await server.close();
});

test("a monitor is checked now, paused, resumed, edited and deleted", async ({ dashboard: page }) => {
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Hourly", interval: "every hour" });
  await expect(statusOf(page)).toHaveText("Up", { timeout: UP_WITHIN_MS });

  await test.step("check now", async () => {
    const before = server.received().length;
    const asked = page.getByText("A check is on its way.", { exact: true });
    await expect(async () => {
      await page.getByRole("button", { name: "Check now" }).click(); // not sooner than 5 s after the first
      await expect(asked).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect.poll(() => server.received().length).toBe(before + 1);
    await expect(page.getByRole("list", { name: "Checks" }).getByRole("listitem").nth(1)).toBeVisible();
  });

  await test.step("pause and resume", async () => {
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(statusOf(page)).toHaveText("Paused");
    await expect(page.getByRole("button", { name: "Check now" })).toBeDisabled();
    await page.getByRole("button", { name: "Resume" }).click();
    await expect(statusOf(page)).toHaveText("Up", { timeout: UP_WITHIN_MS });
  });

  await test.step("edit", async () => {
    await chooseAction(page, "Edit");
    await expect(page.getByRole("heading", { name: "Edit monitor" })).toBeVisible();
    await expect(page.getByLabel("Check", { exact: true })).toHaveValue("3600");
    await fillMonitorForm(page, { name: "Renamed", interval: "every 5 minutes" });
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { name: "Renamed", level: 1 })).toBeVisible();
    await expect(page.getByText("checked every 5 minutes")).toBeVisible();
  });

  await test.step("delete, after a question", async () => {
    await chooseAction(page, "Delete");
    const question = page.getByRole("alertdialog", { name: "Delete Renamed?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toBeHidden();
    await chooseAction(page, "Delete");
    await question.getByRole("button", { name: "Delete monitor" }).click();
    await expect(page).toHaveURL(/\/monitors$/);
    await expect(page.getByRole("heading", { name: "Add your first monitor" })).toBeVisible();
  });
});

test("a monitor is added, paused and deleted with the keyboard alone", async ({ dashboard: page }) => {
  const { keyboard } = page;
  await tabTo(page, "Mail server");
  await keyboard.type("127.0.0.1");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "New monitor" })).toBeVisible();
  await tabTo(page, "Port");
  await keyboard.type(String(server.port));
  await tabTo(page, "EHLO name");
  await keyboard.type("probe.example");
  await tabTo(page, "Name");
  await keyboard.type("By keyboard");
  await tabTo(page, "Save monitor");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "By keyboard", level: 1 })).toBeVisible();
  await expect(statusOf(page)).toHaveText("Up", { timeout: UP_WITHIN_MS });

  await tabTo(page, "Pause");
  await keyboard.press("Space");
  await expect(statusOf(page)).toHaveText("Paused");
  await chooseLastAction(page);
  await expect(page.getByRole("alertdialog", { name: "Delete By keyboard?" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();

  await chooseLastAction(page);
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await tabTo(page, "Delete monitor");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Add your first monitor" })).toBeVisible();
});

/** Opens the menu with the keyboard and takes its last entry. A key pressed before the menu has opened would be lost. */
async function chooseLastAction(page: Page): Promise<void> {
  await tabTo(page, "More actions");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("Enter");
}

async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** Presses Tab until the element of that name has the focus; whatever has it must be seen to have it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const MOST_STOPS = 60;
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue;
    if ((await accessibleName(page)) === name) {
      const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, `the focus on ${name} is visible`).not.toBe("none");
      return;
    }
  }
  throw new Error(`Tab does not reach "${name}" within ${MOST_STOPS} stops`);
}

/** What the focused element is called: its label, or what it says. */
function accessibleName(page: Page): Promise<string> {
  return page.locator(":focus").evaluate((element) => {
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
    const name = element.getAttribute("aria-label") ?? (labels.length > 0 ? labels[0]!.textContent : element.textContent);
    return (name ?? "").trim();
  });
}
