import { accessSync, constants } from "node:fs";

const PLACES = [
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map((name) => `/usr/bin/${name}`),
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export const HOW_TO_GET_A_BROWSER =
  "There is no Chromium: get one with `apt-get install chromium` or `npx playwright install chromium`.";

/** The Chromium the stories run in: the system's, else Playwright's own; null where there is neither. */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test"); // installed by now
  return [...PLACES, chromium.executablePath()].find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for us
  }
}
