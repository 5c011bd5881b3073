import type { IncidentMessage } from "#core/message/message.ts";
import { SIGNING_SECRET, slackClick } from "#testing/provider/slack-click.ts";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { askDatabase } from "./product-database.ts";
import { expect, test } from "./story.ts";

test("a press of Acknowledge in Slack counts where Slack has signed it, just now", async ({ dashboard: page, baseURL }) => {
  await page.goto("/channels/new/slack");
  await page.getByLabel("Name", { exact: true }).fill("Mail room");
  await page.getByLabel("How", { exact: true }).selectOption("Bot token");
  await page.getByLabel("Bot token", { exact: true }).fill("xoxb-nobody-knows-this-one");
  await page.getByLabel("Channel id").fill("C123ABC456");
  await page.getByLabel(/^Signing secret/).fill(SIGNING_SECRET);
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByRole("heading", { name: "Mail room", level: 1 })).toBeVisible();
  const channelId = /\d+$/.exec(page.url())![0];

  const [kept] = await askDatabase<{ secret: Buffer }>("select secret from channel where id = $1", [channelId]);
  await askDatabase("update channel set secret = null where id = $1", [channelId]); // without its token nothing is sent to Slack

  const { port } = await holdClosedPort();
  const wishes = { host: "127.0.0.1", port, name: "In Slack", confirmations: "none, the first check counts" };
  await addMonitor(page, wishes, () => page.getByRole("checkbox", { name: "Mail room" }).check());
  await expect(statusOf(page)).toHaveText("Down", { timeout: 20_000 });
  await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
  const whoHasIt = page.getByRole("region", { name: "Who has it" });
  await expect(whoHasIt.getByRole("button", { name: "Acknowledge" })).toBeVisible();

  const [told] = await askDatabase<{ message: IncidentMessage }>(
    "select message from delivery where channel_id = $1 and kind = 'incident_opened'",
    [channelId],
  );
  await askDatabase("update delivery set status = 'failed' where channel_id = $1", [channelId]); // nor later
  await askDatabase("update channel set secret = $2 where id = $1", [channelId, kept!.secret]);

  /** What Slack posts when somebody presses the button of that message; it names no address that the product would answer to. */
  const press = async (wishes: { secret?: string; atMs?: number } = {}) => {
    const { body, headers } = slackClick({ message: told!.message, responseUrl: "", ...wishes });
    return (await fetch(new URL("/api/slack", baseURL), { method: "POST", body, headers })).status;
  };
  expect(await press({ secret: "0123456789abcdef0123456789abcdef" })).toBe(401);
  expect(await press({ atMs: Date.now() - 6 * 60_000 })).toBe(401);
  await page.reload();
  await expect(whoHasIt.getByRole("button", { name: "Acknowledge" })).toBeVisible();

  expect(await press()).toBe(200);
  await expect(page.getByText("Acknowledged by roadrunner in Slack #mail").first()).toBeVisible();
});
