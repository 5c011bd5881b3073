import { isLeftOut } from "#testing/is-left-out.ts";
import { startPostfix, whyNoPostfix, type Postfix } from "#testing/postfix.ts";
import { openMail, readMailText } from "./mailbox.ts";
import { expectNoReload, fillMonitorForm, markPage, saveMonitor, statusOf } from "./monitor.ts";
import { newPerson, confirm, signUp } from "./person.ts";
import { expect, test } from "./story.ts";

const INTERVAL_MS = 10_000;
/** A change shows at the next slot, is confirmed four times within half a minute, and is then on its way to the page. */
const NOTICED_WITHIN_MS = INTERVAL_MS + 30_000 + 10_000;
/** Durations are told in whole seconds, and a check may start a little late. */
const ROUNDING_MS = 1_500;

test.skip(isLeftOut(whyNoPostfix()), "there is no Postfix");

let postfix: Postfix;
test.beforeAll(async () => {
  postfix = await startPostfix(process.env.STORY_CHAIN_FILE!);
});
test.afterAll(async () => {
  await postfix.remove();
});

test("the main job: sign up, watch a real Postfix, get the alert, get the all-clear", async ({ page }) => {
  test.setTimeout(180_000);
  const person = newPerson();

  await test.step("sign up, confirm, land on an empty dashboard with one thing to do", async () => {
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Sign up" }).click();
    await expect(page).toHaveURL(/\/sign-up$/);
    await signUp(page, person);
    await page.getByRole("link", { name: "Open the mailbox" }).click();
    await confirm(page, person);
    await expect(page.getByRole("heading", { name: "Add your first monitor" })).toBeVisible();
    await page.getByLabel("Mail server").fill("127.0.0.1");
    await page.getByRole("button", { name: "Add monitor" }).click();
    await expect(page.getByRole("heading", { name: "New monitor" })).toBeVisible();
    await expect(page.getByLabel("Host")).toHaveValue("127.0.0.1");
  });

  await test.step("try it: the dialogue appears line by line before anything is saved", async () => {
    const wishes = { port: postfix.port, tls: "STARTTLS required", name: "Office Postfix", interval: "every 10 seconds" } as const;
    await fillMonitorForm(page, wishes);
    await page.getByRole("button", { name: "Try it" }).click();
    const lines = page.getByRole("region", { name: "Transcript of the trial" });
    await expect(lines).toContainText("220 mail.ehlowatch.test ESMTP Postfix");
    await expect(lines).toContainText("STARTTLS");
    await expect(lines).toContainText("QUIT");
    await expect(page.getByText("The server did everything a mail client needs of it.")).toBeVisible();
  });

  const monitorPath = await test.step("save: it is up within 10 s", async () => {
    const path = await saveMonitor(page);
    await expect(statusOf(page)).toHaveText("Up", { timeout: INTERVAL_MS });
    return path;
  });

  const stop = await test.step("Postfix stops: the open page turns to down by itself", async () => {
    await markPage(page);
    const during = await timed(() => postfix.stop());
    await expect(statusOf(page)).toHaveText("Down", { timeout: NOTICED_WITHIN_MS });
    await expectNoReload(page);
    return during;
  });

  await test.step("the incident shows the step, the diagnosis and the transcript", async () => {
    await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
    await expect(page).toHaveURL(/\/incidents\/\d+$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Office Postfix");
    await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(/refused/i);
    const beside = page.getByRole("region", { name: "Transcript beside the last good one" });
    await expect(beside.getByRole("listitem").filter({ hasText: "failed here" })).toContainText("connect");
    await expect(beside).toContainText("220 mail.ehlowatch.test ESMTP Postfix");
  });

  await test.step("the alert mail says what failed, at which step, and leads to the incident", async () => {
    await openMail(page, person.email, "Down: Office Postfix — connect refused");
    const text = await readMailText(page);
    expect(text).toContain(`127.0.0.1:${postfix.port}`);
    expect(text).toContain("at the step “connect”");
    expect(text).toMatch(/http:\/\/localhost:\d+\/incidents\/\d+/);
  });

  const start = await test.step("Postfix starts again: the page turns to up by itself", async () => {
    await page.goto(monitorPath);
    await expect(statusOf(page)).toHaveText("Down");
    await markPage(page);
    const during = await timed(() => postfix.start());
    await expect(statusOf(page)).toHaveText("Up", { timeout: NOTICED_WITHIN_MS });
    await expectNoReload(page);
    return during;
  });

  await test.step("the recovery mail says how long it lasted", async () => {
    await openMail(page, person.email, "Up again: Office Postfix after");
    const lastedMs = parseDurationMs(/It was down for (.+)\./.exec(await readMailText(page))![1]!);
    // Each end of the outage is seen at the next slot, so up to an interval late; and it lies somewhere within our stopping or starting.
    expect(lastedMs).toBeGreaterThan(start.from - stop.to - INTERVAL_MS - ROUNDING_MS);
    expect(lastedMs).toBeLessThan(start.to - stop.from + INTERVAL_MS + ROUNDING_MS);
  });
});

/** "1 minute 5 seconds" in milliseconds. */
function parseDurationMs(words: string): number {
  const UNITS_MS = { hour: 3_600_000, minute: 60_000, second: 1_000 };
  const parts = [...words.matchAll(/(\d+) (hour|minute|second)/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS], 0);
}

/** When something began and when it was done. */
async function timed(act: () => Promise<void>): Promise<{ from: number; to: number }> {
  const from = Date.now();
  await act();
  return { from, to: Date.now() };
}
