import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "#launch/find-browser.mjs";

/** Chromium's sandbox does not work for root; the rest keeps it from talking to anybody but the product. */
const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [];

const DESKTOP = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
/** It holds what was told against a clock, so no other browser has the cores meanwhile. */
const MEASURED = "main-job.spec.ts";

/** The stories: one product (e2e/global-setup.ts), one real browser, a desktop and, for how it looks and is filled in, a phone. */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  workers: 3, // most of a story is waiting for the next check
  fullyParallel: true,
  forbidOnly: process.env.CI === "true",
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    launchOptions: { executablePath: (await findBrowser()) ?? undefined, args: [...QUIET, ...AS_ROOT] },
  },
  projects: [
    {
      name: "phone",
      testMatch: [
        "looks.spec.ts",
        "palette.spec.ts",
        "reasons.spec.ts",
        "form-sections.spec.ts",
        "maintenance-form.spec.ts",
        "latency.spec.ts",
      ],
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
    { name: "desktop", testIgnore: MEASURED, use: DESKTOP },
    { name: "alone", testMatch: MEASURED, use: DESKTOP, dependencies: ["phone", "desktop"] },
  ],
});
