import type { Page } from "@playwright/test";
import { acceptTested } from "#testing/server/dialogues/accept-tested.ts";
import { greetedWith } from "#testing/server/dialogues/greeted-with.ts";
import { play } from "#testing/server/play.ts";
import { mailEntry, openMail, readMailText } from "./mailbox.ts";
import { addMonitor, openSection, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 25_000;
const HTML = `<img src=x onerror="document.title='broken in'"><b>bold</b>`;
const BYTES = Buffer.from("\u202eevil\u202c \u200bzero").toString("latin1");
const HOSTILE = `${HTML} \u001b[31mred\u001b[0m =cmd|' /C calc'!A0 %s%n {{7*7}} \${7*7} ${BYTES}`;

test("whatever a server says is text, in the list, on each page, in the download and in the mail", async ({ page, person }) => {
  const server = await play(acceptTested("250 Ok\r\n", [`550 5.7.1 ${HOSTILE}\r\n`]));
  await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, name: "=HYPERLINK(1)", confirmations: "none, the first check counts" },
    async () => {
      await openSection(page, "Accept test");
      await page.getByLabel("Recipient to be accepted").fill("postmaster@mx.example");
    },
  );
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  const monitorPath = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Transcript of the failed check" }).click();
  const line = page.getByRole("region", { name: "Transcript", exact: true }).getByRole("listitem").filter({ hasText: "550 5.7.1" });
  await expect(line).toContainText(HTML);
  await expect(line).toContainText("\\x1b[31mred");
  await expect(line).toContainText("\\u202eevil");
  await expect(line).toContainText("\\u{200b}zero");
  await expect(line).toContainText("%s%n {{7*7}} ${7*7}");
  await expectInert(page);

  const download = await (await page.request.get(`${new URL(page.url()).pathname}/transcript.txt`)).text();
  expect(download).toContain(HTML);
  // oxlint-disable-next-line no-control-regex -- there must be none
  expect(download).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e\u200b]/);

  for (const path of [monitorPath, "/monitors", "/incidents"]) {
    await page.goto(path);
    await expectInert(page);
  }
  await page
    .getByRole("main")
    .getByRole("link", { name: /HYPERLINK/ })
    .click();
  await page.waitForURL(/\/incidents\/\d+$/);
  await expectInert(page);

  await openMail(page, person.email, "Down: =HYPERLINK(1) — rcpt 550");
  const text = await readMailText(page);
  expect(text).toContain("<img src=x onerror=");
  // oxlint-disable-next-line no-control-regex -- there must be none
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e\u200b]/);
  await page.getByRole("tab", { name: "HTML" }).click();
  const mail = page.getByRole("article").locator("iframe").contentFrame();
  await expect(mail.locator("img[src=x]")).toHaveCount(0);
  await expect(mail.locator("body")).toContainText(HTML.slice(0, 20));
  await page.goto("/mailbox");
  await expect(mailEntry(page, person.email, "Down: =HYPERLINK(1)").first()).toBeVisible();
  await expectInert(page);
  await server.close();
});

test("a hostile greeting and its capabilities are text among the facts and the changes, too", async ({ watcher: page }) => {
  const friendly = await play(greetedWith("220 mx.example ESMTP\r\n"));
  const { port } = friendly;
  await addMonitor(page, { host: "127.0.0.1", port, name: "Turned" });
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await friendly.close();
  const hostile = await play(greetedWith(`220 mx.example ${HTML} =1+1\r\n`), { port });
  const changes = page.getByRole("list", { name: "Changes noticed" });
  await expect(changes).toContainText(HTML, { timeout: 45_000 });
  await expectInert(page);
  await hostile.close();
});

/** Nothing of it became part of the page. */
async function expectInert(page: Page): Promise<void> {
  await expect(page).not.toHaveTitle("broken in");
  await expect(page.getByRole("main").locator("img[src=x]")).toHaveCount(0);
}
