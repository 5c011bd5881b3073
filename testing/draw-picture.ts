import { writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { findBrowser } from "#launch/find-browser.mjs";

/**
 * Draws docs/picture.png: the list of monitors, and under it a failed check. After `npm start` and `npm run seed`, before a worker has looked for
 * servers that are not there: `node --import tsx testing/draw-picture.ts http://localhost:3000`.
 */
const [url = "http://localhost:3000"] = process.argv.slice(2);
const [WIDTH, LIST_HEIGHT, CHECK_HEIGHT] = [1_100, 688, 960];

const browser = await chromium.launch({ executablePath: (await findBrowser()) ?? undefined, args: ["--no-sandbox"] });
try {
  const list = await shown(browser, "light", LIST_HEIGHT, []);
  const check = await shown(browser, "dark", CHECK_HEIGHT, ["Orders", "Transcript of the failed check"]);
  const page = await browser.newPage({ viewport: { width: WIDTH, height: LIST_HEIGHT + CHECK_HEIGHT } });
  const images = [list, check].map((png) => `<img style="display:block" src="data:image/png;base64,${png.toString("base64")}">`);
  await page.setContent(`<body style="margin:0">${images.join("")}`);
  await writeFile(path.join(import.meta.dirname, "../docs/picture.png"), await page.screenshot());
} finally {
  await browser.close();
}

/** What stands behind these links of the list, as whoever signs in to the seeded team sees it. */
async function shown(within: Browser, colorScheme: "light" | "dark", height: number, links: string[]): Promise<Buffer> {
  const page = await within.newPage({ baseURL: url, colorScheme, viewport: { width: WIDTH, height } });
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("demo@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a few good words");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/monitors");
  for (const name of links) await page.getByRole("link", { name, exact: true }).click();
  await page.waitForLoadState("networkidle");
  return page.screenshot();
}
