import { readFile } from "node:fs/promises";
import { acceptTested } from "#testing/server/dialogues/accept-tested.ts";
import { play } from "#testing/server/play.ts";
import { openMail, readMailText } from "./mailbox.ts";
import { addMonitor, openSection, partOf, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const FULL = "452 4.3.1 Insufficient system storage\r\n";
const WITHIN_MS = 25_000;

test("a full disk shows in the accept test: the stage, the codes, what it means and what to do", async ({ page, person }) => {
  const server = await play(acceptTested("250 2.1.0 Ok\r\n", [FULL]));
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Full", confirmations: "1" }, async () => {
    await openSection(page, "Accept test");
    await page.getByLabel("Recipient to be accepted").fill("postmaster@mx.example");
  });
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  await page.getByRole("link", { name: "Transcript of the failed check" }).click();

  const rail = page.getByRole("list", { name: "Stages of the dialogue" });
  await expect(rail.getByRole("link", { name: /rcpt failed\s*452/ })).toBeVisible();
  await expect(rail.getByRole("listitem").filter({ hasText: "rcpt" })).toHaveAttribute("title", /452 4\.3\.1 Insufficient/);
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText("The server has no room left for mail");
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText("452 4.3.1 Insufficient system storage");

  await page.locator("summary", { hasText: "Stages as a table" }).click();
  const row = page.getByRole("table", { name: "Stages as a table" }).getByRole("row").filter({ hasText: "rcpt" });
  await expect(row).toContainText("452");
  await expect(row).toContainText("4.3.1");

  const lines = page.getByRole("region", { name: "Transcript", exact: true }).getByRole("listitem");
  await expect(lines.filter({ hasText: "failed here" })).toContainText("452 4.3.1 Insufficient system storage");
  await expect(lines.filter({ hasText: "RCPT TO:<postmaster@mx.example>" })).toBeVisible();
  await expect(lines.filter({ hasText: "RSET" })).toBeVisible();
  await expect(lines.filter({ hasText: "DATA" })).toHaveCount(0);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toMatch(/^ +\d+(\.\d)? ms {2}rcpt +← 452 4\.3\.1 Insufficient system storage {3}<-- failed here$/m);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  const number = lines.filter({ hasText: "failed here" }).getByRole("link", { name: /^Line \d+$/ });
  const line = await number.getAttribute("href");
  await number.click();
  await expect(page).toHaveURL(new RegExp(`${line}$`));
  await page.reload();
  await expect(page.locator(":target")).toContainText("452 4.3.1");

  await openMail(page, person.email, "Down: Full — rcpt 452");
  expect(await readMailText(page)).toContain("452 4.3.1 Insufficient system storage");
  await server.close();
});

test("greylisting is degraded, and the page says when it is tried again", async ({ watcher: page }) => {
  const server = await play(acceptTested("250 Ok\r\n", ["450 4.7.1 Greylisted, try again in 120 seconds\r\n"]));
  await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, name: "Grey", confirmations: "none, the first check counts" },
    async () => {
      await openSection(page, "Accept test");
      await page.getByLabel("Recipient to be accepted").fill("postmaster@mx.example");
    },
  );
  const notice = page.getByRole("status").filter({ hasText: "The server wants to be asked again later" });
  await expect(notice).toContainText(/It is asked at \d+ \w+ \d{4}, \d\d:\d\d:\d\d/, { timeout: WITHIN_MS });
  await expect(notice.locator("time")).toHaveText(/in [12] min|in \d\d s/);
  const rail = page.getByRole("list", { name: "Checks" }).getByRole("listitem").first();
  await expect(rail).toContainText("Greylisted");
  await server.close();
});

test("a recipient that has to be refused and is accepted is an open relay or a catch-all, and is told", async ({
  watcher: page,
}) => {
  const server = await play(acceptTested("250 Ok\r\n", ["250 2.1.5 Ok\r\n"]));
  await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, name: "Open", confirmations: "none, the first check counts" },
    async () => {
      await openSection(page, "Accept test");
      await page.getByLabel("Recipient to be refused").fill("nobody@elsewhere.example");
    },
  );
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  await expect(partOf(page, "Latest checks")).toContainText("Recipient was not refused");
  await server.close();
});
