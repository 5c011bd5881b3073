import { mailEntry, openMail, readMailText } from "./mailbox.ts";
import { newPerson } from "./person.ts";
import { expect, test } from "./story.ts";

test("a channel is added, tested, changed and deleted", async ({ page, person }) => {
  await page.goto("/channels");
  await expect(page.getByRole("link", { name: person.email })).toBeVisible(); // comes with the account
  const { email } = newPerson();

  await page.getByRole("link", { name: "New channel" }).click();
  await page.getByLabel("Name", { exact: true }).fill("On call");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByRole("heading", { name: "On call", level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByRole("main").getByText("Sent", { exact: true })).toBeVisible();
  const channelUrl = page.url();
  await openMail(page, email, "Test: On call");
  expect(await readMailText(page)).toContain(channelUrl);

  await page.goto(channelUrl);
  const other = newPerson();
  await page.getByLabel("Name", { exact: true }).fill("Night shift");
  await page.getByLabel("E-mail address").fill(other.email);
  await page.getByRole("button", { name: "Save channel" }).click();
  await expect(page.getByText("The channel is saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Night shift", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByRole("main").getByText("Sent", { exact: true })).toHaveCount(2);
  await page.goto("/mailbox");
  await expect(mailEntry(page, other.email, "Test: Night shift")).toBeVisible();

  await page.goto(channelUrl);
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete channel" }).click();
  await expect(page).toHaveURL(/\/channels$/);
  await expect(page.getByRole("link", { name: "Night shift" })).toHaveCount(0);
});
