import { greetingRefused } from "#testing/server/dialogues/greeting-refused.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { play } from "#testing/server/play.ts";
import { openMail, readMailText } from "./mailbox.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

/** The first check is asked for at once, and is confirmed once, 6 s later. */
const DOWN_WITHIN_MS = 25_000;

test("a server that accepts and says nothing is down at the greeting", async ({ page, person }) => {
  const server = await play(greetingSilent);
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Silent", timeLimitS: 2, confirmations: "1" });
  await expect(statusOf(page)).toHaveText("Down", { timeout: DOWN_WITHIN_MS });
  await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(/greeting/i);
  const stages = page.getByRole("list", { name: "Stages of the dialogue" });
  await expect(stages.getByRole("link", { name: /greeting failed/ })).toBeVisible();

  await openMail(page, person.email, "Down: Silent — greeting timeout");
  expect(await readMailText(page)).toContain("at the step “greeting”");
  await server.close();
});

test("a server that greets with 554 is down, and its own words are shown", async ({ page, person }) => {
  const server = await play(greetingRefused("554 No SMTP service here"));
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Refusing", confirmations: "1" });
  await expect(statusOf(page)).toHaveText("Down", { timeout: DOWN_WITHIN_MS });
  await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText("554 No SMTP service here");
  const lines = page.getByRole("region", { name: "Transcript" }).getByRole("listitem");
  await expect(lines.filter({ hasText: "failed here" })).toContainText("554 No SMTP service here");

  await openMail(page, person.email, "Down: Refusing — greeting 554");
  expect(await readMailText(page)).toContain("554 No SMTP service here");
  await server.close();
});
