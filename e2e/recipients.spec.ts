import { randomBytes } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { followMailLink, openMail, readMailText } from "./mailbox.ts";
import { expect, test } from "./story.ts";

test("a recipient is confirmed by the code that was sent to it, stops everything by the link, and is removed", async ({
  dashboard: page,
  person,
}) => {
  const mailbox = `${randomBytes(5).toString("hex")}@example.com`;
  await page.goto("/settings");
  await page.getByRole("link", { name: "Recipients" }).click();
  await page.getByLabel("Mailbox").fill("no mailbox");
  await page.getByRole("button", { name: "Add recipient" }).click();
  await expect(page.getByLabel("Mailbox")).toHaveAccessibleDescription(/This is no e-mail address/);
  await page.getByLabel("Mailbox").fill(mailbox);
  await page.keyboard.press("Enter");
  const row = page.getByRole("listitem").filter({ hasText: mailbox });
  await expect(row.getByText(/A code was sent/)).toBeVisible({ timeout: 15_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await openMail(page, mailbox, /is your code/);
  const code = /^\d{6}$/m.exec(await readMailText(page))![0];
  await page.goto("/settings/recipients");
  await row.getByLabel(`Code for ${mailbox}`).fill(code === "000000" ? "000001" : "000000");
  await page.keyboard.press("Enter");
  await expect(row.getByText("This is not the code. Look whether there is a later one.")).toBeVisible();
  await row.getByLabel(`Code for ${mailbox}`).fill(code);
  await page.keyboard.press("Enter");
  await expect(row.getByText(/^Confirmed/)).toBeVisible();

  await openMail(page, mailbox, /is your code/);
  await followMailLink(page, /send me nothing more/);
  await expect(page.getByText("messages that test whether mail arrives")).toBeVisible();
  await page.getByRole("button", { name: "Stop sending me these" }).click();
  await expect(page.getByText(`is sent to ${mailbox} any more`, { exact: false })).toBeVisible();
  await openMail(page, person.email, `Revoked: no test messages to ${mailbox} any more`);
  await page.goto("/settings/recipients");
  await expect(row.getByText(/Revoked by its reader/)).toBeVisible();
  await row.getByRole("button", { name: `Remove ${mailbox}` }).press("Enter");
  await expect(row).toHaveCount(0);
});
