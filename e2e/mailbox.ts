import { expect, type Locator, type Page } from "@playwright/test";

/** From the moment it is asked for, a mail goes through the outbox, SMTP and the mailbox. */
const MAIL_WITHIN_MS = 15_000;

/** The entry of a mail in the built-in mailbox, by whom it is for and what its subject says. */
export function mailEntry(page: Page, to: string, subject: string | RegExp): Locator {
  return page
    .getByRole("listitem")
    .filter({ hasText: `to ${to}` })
    .filter({ hasText: subject })
    .getByRole("link");
}

/** Waits for a mail in the built-in mailbox and opens it. */
export async function openMail(page: Page, to: string, subject: string | RegExp): Promise<void> {
  await page.goto("/mailbox");
  await mailEntry(page, to, subject).first().click({ timeout: MAIL_WITHIN_MS });
  await expect(page.getByRole("article").getByRole("heading", { name: subject })).toBeVisible();
}

/** Follows a link of the open mail, in its HTML, as people do. */
export async function followMailLink(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("article").locator("iframe").contentFrame().getByRole("link", { name }).first().click();
}

/** The text of the open mail. */
export async function readMailText(page: Page): Promise<string> {
  await page.getByRole("tab", { name: "Text" }).click();
  return page.getByRole("tabpanel", { name: "Text" }).innerText();
}
