import { expect, type Locator, type Page } from "@playwright/test";

/** What a story fills into the monitor form; what is left out stays as the form has it. */
export type Wishes = {
  host?: string;
  port?: number | string;
  tls?: "No TLS" | "STARTTLS if offered" | "STARTTLS required" | "Implicit TLS from the first byte";
  name?: string;
  ehloName?: string;
  interval?: string;
  timeLimitS?: number | string;
  confirmations?: string;
};

/** Fills in the open monitor form. */
export async function fillMonitorForm(page: Page, wishes: Wishes): Promise<void> {
  if (wishes.host !== undefined) await page.getByLabel("Host", { exact: true }).fill(wishes.host);
  if (wishes.tls !== undefined) await page.getByLabel("TLS", { exact: true }).selectOption(wishes.tls);
  if (wishes.port !== undefined) await page.getByLabel("Port", { exact: true }).fill(String(wishes.port));
  if (wishes.name !== undefined) await page.getByLabel("Name", { exact: true }).fill(wishes.name);
  if (wishes.ehloName !== undefined) await page.getByLabel("EHLO name").fill(wishes.ehloName);
  if (wishes.interval !== undefined) await page.getByLabel("Check", { exact: true }).selectOption(wishes.interval);
  if (wishes.timeLimitS !== undefined) await page.getByLabel("Time limit in seconds").fill(String(wishes.timeLimitS));
  if (wishes.confirmations !== undefined) await page.getByLabel("Confirmations").selectOption(wishes.confirmations);
}

/** Saves the open form and waits for the monitor's page, whose address it returns. */
export async function saveMonitor(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save monitor" }).click();
  await page.waitForURL(/\/monitors\/\d+$/);
  return new URL(page.url()).pathname;
}

/**
 * Adds a monitor, checked every 10 seconds, and shows its page. It says hello as the played servers expect it. `fillIn` does what is to be
 * done in the sections of the form.
 */
export async function addMonitor(page: Page, wishes: Wishes, fillIn?: () => Promise<void>): Promise<string> {
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { tls: "No TLS", interval: "every 10 seconds", ehloName: "probe.example", ...wishes });
  await fillIn?.();
  return saveMonitor(page);
}

/** The line of a section of the form: its name, and in words what is set in it. */
export function sectionLine(page: Page, title: string): Locator {
  return page
    .getByRole("main")
    .locator("form summary")
    .filter({ has: page.getByText(title, { exact: true }) });
}

/** Opens a section of the form, unless it is open. */
export async function openSection(page: Page, title: string): Promise<void> {
  const line = sectionLine(page, title);
  if (!(await line.evaluate((summary: HTMLElement) => summary.parentElement?.hasAttribute("open")))) await line.click();
}

/** A part of a page under its heading. */
export function partOf(page: Page, heading: string): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: heading, level: 2, exact: true }) });
}

/** The monitor's status as the head of its page says it: the first such word. */
export function statusOf(page: Page): Locator {
  return page
    .getByRole("main")
    .getByText(/^(Up|Degraded|Down|Unknown|Paused|Maintenance)$/)
    .first();
}

/** Leaves a mark in the page that a reload would wipe out. */
export async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
}

export async function expectNoReload(page: Page): Promise<void> {
  expect(await page.evaluate(() => "isTheSamePage" in window), "the page changed without being loaded again").toBe(true);
}
