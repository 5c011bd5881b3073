import { expect, type Page } from "@playwright/test";
import { openMail, readMailText } from "./mailbox.ts";

/** Adds a mail channel, and shows its page, where its code is awaited. */
export async function addMailChannel(page: Page, name: string, email: string): Promise<void> {
  await page.goto("/channels/new/email");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toBeVisible();
}

/** Confirms the channel whose page is open by the code in the mailbox. */
export async function confirmMailChannel(page: Page, email: string): Promise<void> {
  const channelUrl = page.url();
  await openMail(page, email, /code/i);
  const code = /\b(\d{6})\b/.exec(await readMailText(page))![1]!;
  await page.goto(channelUrl);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByText("The address is confirmed.")).toBeVisible();
}

/** Adds a contact with one channel, and shows the list. */
export async function addContact(page: Page, name: string, channel: RegExp): Promise<void> {
  await page.goto("/contacts/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  const add = page.getByLabel("Add a channel");
  const option = await add.getByRole("option", { name: channel }).textContent();
  await add.selectOption(option);
  await page.getByRole("button", { name: "Save contact" }).click();
  await page.waitForURL(/\/contacts$/);
}

/** Adds a policy that tells one reader at once, and shows the list. */
export async function addPolicy(page: Page, name: string, tell: string): Promise<void> {
  await page.goto("/policies/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Tell 1", { exact: true }).selectOption(tell);
  await page.getByRole("button", { name: "Save policy" }).click();
  await page.waitForURL(/\/policies$/);
}

/** Adds an on-call schedule in which one contact has every turn, and shows its page. */
export async function addOnCall(page: Page, name: string, contact: string): Promise<void> {
  await page.goto("/on-call/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Add a contact").selectOption(contact);
  await page.getByLabel("The first turn begins").fill("2026-01-05T09:00");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await page.waitForURL(/\/on-call\/\d+$/);
}
