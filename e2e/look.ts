import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./story.ts";

/**
 * Holds a page against what axe knows and against the width of the screen: everything in the theme it wears, and in the other one, where
 * only colours are different, those.
 */
export async function look(page: Page, where: string): Promise<void> {
  await expect(page).toHaveTitle(/Ehlowatch/); // comes last when one page leads to another
  const [worn, other] = (await themeOf(page)) === "dark" ? (["dark", "light"] as const) : (["light", "dark"] as const);
  await wear(page, worn);
  await expectNoViolations(axeOf(page), `${where}, ${worn}`);
  await wear(page, other);
  await expectNoViolations(axeOf(page, { isThere: true }).withRules("color-contrast"), `${where}, ${other}`);
  await expectFits(page, where);
}

export async function expectFits(page: Page, where: string): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(tooWide, `how many pixels ${where} is wider than the screen`).toBe(0);
}

/** Changes what the system prefers, and waits until the page has followed. */
async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect.poll(() => themeOf(page), { intervals: [10] }).toBe(colorScheme);
}

function themeOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
}

/**
 * Of what is well it tells only one place for each rule: on a long page the rest takes most of the time. Its older mode does all of it on
 * the page itself: the newer one opens a second page each time, to put together what it found in frames, of which none is looked into here. Where it `isThere` since it last looked at this page, it is not sent once more.
 */
export function axeOf(page: Page, { isThere = false } = {}): AxeBuilder {
  return new AxeBuilder({ page, ...(isThere && { axeSource: "void axe" }) })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
}

export async function expectNoViolations(axe: AxeBuilder, where: string): Promise<void> {
  const { violations, passes } = await axe.exclude("iframe").analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  expect.soft(found, `axe on ${where}`).toEqual([]);
  expect.soft(passes.length, `rules axe could apply to ${where}`).toBeGreaterThan(0);
}
