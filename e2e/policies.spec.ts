import { setTimeout as sleep } from "node:timers/promises";
import { greetingRefused } from "#testing/server/dialogues/greeting-refused.ts";
import { play } from "#testing/server/play.ts";
import { addContact, addMailChannel, confirmMailChannel } from "./alerting.ts";
import { mailEntry } from "./mailbox.ts";
import { addMonitor, partOf, statusOf } from "./monitor.ts";
import { newPerson } from "./person.ts";
import { expect, test } from "./story.ts";

const DOWN_WITHIN_MS = 25_000;
const SECOND_AFTER_S = 3;
const THIRD_AFTER_S = 25;

test("people are told one after the other until somebody acknowledges", async ({ page, person }) => {
  test.setTimeout(150_000);
  const second = newPerson().email;

  await test.step("who can be told: two contacts, one of them on call", async () => {
    await page.goto("/contacts");
    await expect(page.getByRole("heading", { name: "There is no contact yet" })).toBeVisible();
    await addMailChannel(page, "Ben’s mail", second);
    await confirmMailChannel(page, second);
    await addContact(page, "Ann", new RegExp(person.email));
    await addContact(page, "Ben", /Ben’s mail/);
    await expect(page.getByRole("listitem").filter({ hasText: "Ben’s mail" }).first()).toContainText("Told by no policy yet");

    await page.getByRole("link", { name: "On call", exact: true }).click();
    await page.getByRole("link", { name: "New schedule" }).click();
    await page.getByRole("button", { name: "Save schedule" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/Enter a name\./);
    await expect(page.getByText("A rotation has somebody in it.").first()).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Mail team");
    await page.getByLabel("Add a contact").selectOption("Ben");
    await page.getByLabel("The first turn begins").fill("2026-01-05T09:00");
    await expect(page.getByRole("list", { name: "The next two weeks" })).toContainText("Ben");
    await page.getByRole("button", { name: "Save schedule" }).click();
    await expect(page.getByText("On call now: Ben.")).toBeVisible();
  });

  await test.step("a policy with steps, said as a sentence", async () => {
    await page.goto("/policies");
    await expect(page.getByRole("heading", { name: "Everybody is told at once" })).toBeVisible();
    await page.getByRole("link", { name: "New policy" }).click();
    await page.getByLabel("Name", { exact: true }).fill("One after the other");
    await page.getByLabel("Tell 1", { exact: true }).selectOption("Ann");
    for (const [after, whom, position] of [
      [SECOND_AFTER_S, "On call in Mail team", 1],
      [THIRD_AFTER_S, "the monitor’s channels", 2],
    ] as const) {
      await page.getByRole("button", { name: "Add a step" }).click();
      const step = page.getByRole("list", { name: "Steps" }).getByRole("listitem").nth(position);
      await step.getByLabel("After, where nobody has acknowledged", { exact: true }).fill(String(after));
      await step.getByLabel("After, where nobody has acknowledged: unit").selectOption("seconds");
      await step.getByLabel("Tell 1", { exact: true }).selectOption(whom);
    }
    await page.getByRole("button", { name: "Save policy" }).click();
    const row = page.getByRole("listitem").filter({ hasText: "One after the other" });
    await expect(row).toContainText("At once: Ann");
    await expect(row).toContainText("After 3 s: whoever is on call in Mail team");
    await expect(row).toContainText("After 25 s: the monitor's channels");
    await expect(row).toContainText("every monitor that no other policy is for");
  });

  const server = await play(greetingRefused("554 No SMTP service here"));
  await test.step("its monitor says who is told, and the first two are", async () => {
    const wishes = { host: "127.0.0.1", port: server.port, name: "Escalating", confirmations: "none, the first check counts" };
    await addMonitor(page, wishes, async () => {
      await page.getByLabel("Escalation policy").selectOption("One after the other");
    });
    await expect(partOf(page, "Who is told")).toContainText("By the policy One after the other, chosen for this monitor.");
    await expect(statusOf(page)).toHaveText("Down", { timeout: DOWN_WITHIN_MS });
    await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
    const timeline = page.getByRole("list", { name: "Timeline" });
    await expect(timeline.getByText(/^Told /)).toHaveCount(2, { timeout: 15_000 });
  });

  await test.step("acknowledged in time, the third step is not taken", async () => {
    await page.getByRole("button", { name: "Acknowledge" }).click();
    await expect(page.getByText(/Acknowledged by/).first()).toBeVisible();
    await sleep(THIRD_AFTER_S * 1_000);
    await page.goto("/mailbox");
    await expect(mailEntry(page, second, "Down: Escalating")).toHaveCount(1);
    await expect(mailEntry(page, person.email, "Down: Escalating")).toHaveCount(1);
  });
  await server.close();
});
