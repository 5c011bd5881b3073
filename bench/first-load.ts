/** What the first load of each page fetches: the JavaScript, compressed, as a browser with an empty cache asks for it. */
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { addMonitor } from "#e2e/monitor.ts";
import { newPerson, signUpAndConfirm } from "#e2e/person.ts";
import { startStack } from "#e2e/stack.ts";
import { findBrowser } from "#launch/find-browser.mjs";
import { markdownTable } from "./markdown-table.ts";
import { reportHead } from "./report-head.ts";
import { saveReport } from "./save-report.ts";

const AIM_KB = 200;
const { save } = parseArgs({ options: { save: { type: "boolean", default: false } } }).values;

const report = await measure();
console.log(report);
if (save) saveReport("first-load", report);

async function measure(): Promise<string> {
  const stack = await startStack();
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: (await findBrowser()) ?? undefined, args });
  try {
    const { context, monitorPath } = await signUpWithMonitor(browser, stack.url);
    const rows = [];
    for (const route of ["/", "/sign-up", "/monitors", "/monitors/new", monitorPath, "/incidents", "/channels", "/settings"]) {
      const isOpen = route === "/" || route === "/sign-up";
      const { files, bytes } = await scriptsOf(isOpen ? await browser.newContext({ baseURL: stack.url }) : context, route);
      rows.push([route.replace(/\d+$/, "[monitorId]"), String(files), (bytes / 1000).toFixed(1)]);
    }
    return describe(rows);
  } finally {
    await browser.close();
    await stack.stop();
  }
}

async function signUpWithMonitor(browser: Browser, baseURL: string): Promise<{ context: BrowserContext; monitorPath: string }> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signUpAndConfirm(page, newPerson());
  const monitorPath = await addMonitor(page, { host: "127.0.0.1", port: 9 });
  await page.close();
  return { context, monitorPath };
}

/** Everything that comes as a script until the network is quiet, each file compressed as a server does it. */
async function scriptsOf(context: BrowserContext, route: string): Promise<{ files: number; bytes: number }> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(route);
  await page.waitForTimeout(2_000); // an open event stream keeps the network from ever being idle
  const scripts = await Promise.all(bodies);
  await page.close();
  return { files: scripts.length, bytes: scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) };
}

function describe(rows: string[][]): string {
  return [
    ...reportHead("JavaScript of the first load", "npm run bench -- first-load"),
    markdownTable(["route", "files", "kB, gzip"], rows),
    "",
    `Every script a browser with an empty cache fetches within 2 s of opening the page, each compressed with gzip. Aim: under ${AIM_KB} kB.`,
  ].join("\n");
}
