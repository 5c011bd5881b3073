import type { Page } from "@playwright/test";
import { expect, test } from "./story.ts";

const save = (page: Page) => page.getByRole("button", { name: "Save maintenance" }).click();

test("a maintenance is planned without knowing any rule, seen beforehand, changed and deleted", async ({ watcher: page }) => {
  await page.goto("/maintenance");
  await expect(page.getByRole("heading", { name: "No maintenance is planned" })).toBeVisible();
  await page.getByRole("link", { name: "New maintenance" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Operating system updates");
  await page.getByLabel("Day", { exact: true }).fill("2027-10-25");
  await page.getByLabel("Begins at").fill("02:30");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByLabel("Repeats").selectOption("on days of the week");
  await page.getByLabel("Sunday").check();
  const next = page.getByRole("list", { name: "Next occurrences" }).getByRole("listitem");
  await expect(next).toHaveCount(5);
  await expect(next.first()).toHaveText("Sun, 31 Oct 2027, 00:30 to 01:30 UTC"); // the first of the two half past twos in Berlin
  await expect(next.nth(1)).toHaveText("Sun, 7 Nov 2027, 01:30 to 02:30 UTC");
  await save(page);

  const row = page.getByRole("list", { name: "Upcoming" }).getByRole("listitem");
  await expect(row).toContainText("Sun, 31 Oct 2027, 00:30 to 01:30 UTC");
  await expect(row).toContainText("every Sunday at 02:30 for 1 h, Europe/Berlin", { ignoreCase: true });
  await expect(row).toContainText("All monitors");

  await row.getByRole("link", { name: "Operating system updates" }).click();
  await page.getByLabel("Repeats").selectOption("monthly on a weekday");
  await page.getByLabel("Which one").selectOption("second");
  await page.getByLabel("Day of the week").selectOption("Tuesday");
  await expect(next.first()).toHaveText("Tue, 9 Nov 2027, 01:30 to 02:30 UTC");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(row).toContainText("the second Tuesday of each month", { ignoreCase: true });

  await row.getByRole("link").first().click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete maintenance" }).click();
  await expect(page.getByRole("heading", { name: "No maintenance is planned" })).toBeVisible();
});

test("what is wrong with a maintenance is said beside its field, and what was typed is kept", async ({ watcher: page }) => {
  await page.goto("/maintenance/new");
  await save(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/Enter a name\./);
  await page.getByLabel("Name", { exact: true }).fill("Kept");
  await page.getByLabel("Day", { exact: true }).fill("2027-03-28");
  await page.getByLabel("Begins at").fill("02:30");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await save(page);
  await expect(page.getByLabel("Begins at")).toHaveAccessibleDescription(/does not exist in Europe\/Berlin on that day/);

  await page.getByLabel("Begins at").fill("04:00");
  await page.getByLabel("Repeats").selectOption("by a rule of your own");
  const rule = page.getByLabel("Rule");
  for (const [typed, sentence] of [
    ["every sunday", /is no part of a rule/],
    ["FREQ=HOURLY", /FREQ is DAILY, WEEKLY, MONTHLY or YEARLY\./],
    ["FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", /This never comes\./],
    ["FREQ=DAILY;COUNT=2;UNTIL=20280101", /not both/],
  ] as const) {
    await rule.fill(typed);
    await save(page);
    await expect(rule).toHaveAccessibleDescription(sentence);
    await expect(rule).toHaveValue(typed);
  }
  await page.getByLabel("Hours").fill("900");
  await rule.fill("FREQ=YEARLY");
  await page.getByLabel("For", { exact: true }).selectOption("Monitors with one of these tags");
  await save(page);
  await expect(page.getByLabel("Hours")).toHaveAccessibleDescription("It lasts at most 30 days.");
  await expect(page.getByLabel("Tags", { exact: true })).toHaveAccessibleDescription(/Enter at least one tag\./);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Kept");
});
