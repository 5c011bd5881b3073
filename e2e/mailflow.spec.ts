import type { Page } from "@playwright/test";
import { isLeftOut } from "#testing/is-left-out.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "#testing/real/postfix-dovecot.ts";
import { expectFits, look } from "./look.ts";
import { fillMonitorForm, saveMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 40_000;

test.skip(isLeftOut(whyNoPostfixDovecot()), "there is no Postfix with Dovecot");

test("a message goes through a real Postfix into a real Dovecot and back, by a script edited as cards and as text", async ({
  watcher: page,
}) => {
  test.setTimeout(150_000);
  const chain = await startPostfixDovecot();
  const { username, password, address } = chain.users[0]!;
  const text = page.getByRole("textbox", { name: "Script as text" });
  const nothingWrong = page.getByText("Nothing is wrong with the script.");

  await test.step("a ready-made script is written from a few answers", async () => {
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^Mail flow/ }).check();
    await page.getByLabel("Server that sends mail").fill(chain.address);
    await page.getByLabel("IMAP server").fill(chain.address);
    await page.getByLabel("Address it is sent from").fill(address);
    await page.getByLabel("Address it is sent to").fill(address);
    await page.getByRole("button", { name: "Write the script" }).click();
    await expect(nothingWrong).toBeVisible();
  });

  await test.step("cards write into its text, and leave its comments", async () => {
    for (const [server, port] of [
      ["out", chain.ports.submission],
      ["mailbox", chain.ports.imaps],
    ] as const) {
      await openCard(page, server);
      await page.getByLabel("Port", { exact: true }).fill(String(port));
      await page.getByLabel("Own authority").fill(chain.root);
    }
    await openCard(page, "smtp: auth");
    await page.getByLabel("User name").fill(username);
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await expect(text).toHaveValue(new RegExp(`port: ${chain.ports.submission}`));
    await expect(text).toHaveValue(new RegExp(`username: ${username}\n    secret: submission`));
    await expect(text).toHaveValue(/ {2}# Send it\n/);
  });

  await test.step("what is wrong in the text is said with its line as one types, and beside its card", async () => {
    const right = (await text.inputValue()).replace(
      `username: ${address}\n    secret: mailbox`,
      `username: ${username}\n    secret: mailbox`,
    );
    await text.fill(right.replace("smtp: starttls\n", "smtp: startls\n"));
    const problem = page.getByRole("button", { name: /^Line \d+ An smtp step is connect/ });
    await problem.click();
    expect(await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe(
      "  - smtp: startls",
    );
    await page.getByRole("button", { name: "Cards", exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "not a step" })).toContainText("An smtp step is connect");
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await text.fill(right);
    await expect(nothingWrong).toBeVisible();
  });

  await test.step("a step that is moved where it makes no sense says so, and moves back", async () => {
    await page.getByRole("button", { name: "Cards", exact: true }).click();
    await page.getByRole("button", { name: "Move step 6, smtp: rcpt, up" }).press("Enter");
    await expect(page.getByText("There is no sender yet").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Move step 5, smtp: rcpt, up" })).toBeFocused();
    await page.getByRole("button", { name: "Move step 5, smtp: rcpt, down" }).press("Enter");
    await expect(nothingWrong).toBeVisible();
  });

  await test.step("with a wrong password the trial fails at its step: in the cards, in the text, in the transcript", async () => {
    await page.getByLabel("Password “submission”").fill(password);
    await page.getByLabel("Password “mailbox”").fill("wrong");
    await page.getByRole("button", { name: "Try it" }).click();
    const failed = page.locator("li[data-outcome=failed]");
    await expect(failed).toContainText("imap: login", { timeout: WITHIN_MS });
    await expect(page.locator("li[data-outcome=done]").filter({ hasText: "smtp: data" })).toHaveCount(1);
    const said = page.getByRole("region", { name: "Transcript of the trial" }).locator("[data-failed=true]");
    await expect(said).toContainText("NO");
    const written = failed.getByRole("figure", { name: /^Lines \d+ to \d+ of the text/ });
    await expect(written).toContainText("imap: login");
    for (const place of [failed.getByText("failed", { exact: true }), written, said]) await expect(place).toBeInViewport();
    await page.getByRole("button", { name: /^Show line/ }).click();
    await expect(page.locator("li[data-mark=failed]").first()).toBeInViewport();
    await expect(said).toBeInViewport();
    await page.getByRole("button", { name: "Cards", exact: true }).click();
  });

  await test.step("with the right one every step does what it should, and the password is shown nowhere", async () => {
    await page.getByLabel("Password “mailbox”").fill(password);
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText("Every step did what it should.")).toBeVisible({ timeout: WITHIN_MS });
    await expect(page.locator("li[data-outcome=failed]")).toHaveCount(0);
  });

  await test.step("it is saved, runs, and keeps its passwords where nothing about them changes", async () => {
    await fillMonitorForm(page, { name: "Round trip", confirmations: "none, the first check counts" });
    const path = await saveMonitor(page);
    await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
    expect(await page.content()).not.toContain(password);
    await expect(page.getByRole("list", { name: "Path of the message" })).toBeVisible();
    await look(page, "/monitors/[monitorId], with a message");
    await page.setViewportSize({ width: 390, height: 844 });
    await expectFits(page, "/monitors/[monitorId], with a message, on a phone");
    await page.goto(`${path}/edit`);
    await page.getByLabel("Time for the whole script").fill("90s");
    await page.getByRole("button", { name: "Change password “mailbox”" }).click();
    await expect(page.getByLabel("Password “mailbox”")).toBeFocused();
    await page.keyboard.type(password);
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText("Every step did what it should.")).toBeVisible({ timeout: WITHIN_MS });
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.waitForURL(/\/monitors\/\d+$/);
    await page.goto(`${path}/edit`);
    await expect(page.getByLabel("Password “submission”")).toHaveCount(0);
    await openCard(page, "mailbox");
    await page.getByLabel("Port", { exact: true }).fill("1993");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Enter the password of “mailbox”: a stored one stays only")).toBeVisible();
    await expect(page.getByLabel("Password “mailbox”")).toBeVisible();
    await expect(page.getByRole("button", { name: "Change password “submission”" })).toBeVisible();
  });
  await chain.remove();
});

/** Opens the first card with this title, unless it is open. */
async function openCard(page: Page, title: string): Promise<void> {
  const card = page.locator("button[aria-expanded]").filter({ hasText: title }).first();
  if ((await card.getAttribute("aria-expanded")) === "false") await card.click();
}
