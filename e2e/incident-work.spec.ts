import type { Page } from "@playwright/test";
import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { demote } from "./demote.ts";
import { openMail, readMailText } from "./mailbox.ts";
import { addMonitor, expectNoReload, markPage, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

/** The next check, and then the page hears of it. */
const WITHIN_MS = 20_000;

test("an incident is worked on: acknowledged from a mail, noted, resolved by hand, learnt from; who may only look does none of it", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const server = await play(good);
  const confirmations = "none, the first check counts";
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Shop mail", confirmations });
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await server.close();
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
  await page.waitForURL(/\/incidents\/\d+$/);
  const incidentPath = new URL(page.url()).pathname;
  await expect(whoHasIt(page)).toContainText("Nobody has it yet.");

  const link = await test.step("the mail has a link, and following it acknowledges nothing", async () => {
    await openMail(page, person.email, /^Down: Shop mail/);
    const url = /http:\S+\/acknowledge\?link=\S+/.exec(await readMailText(page))![0];
    const seen = await page.request.get(url);
    expect(seen.headers()).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow" });
    await page.goto(incidentPath);
    await expect(whoHasIt(page)).toContainText("Nobody has it yet.");
    return url;
  });

  await test.step("its reader says that they have it, without a session, and the open page shows it", async () => {
    await markPage(page);
    const reader = await browser.newPage({ baseURL, javaScriptEnabled: false });
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Shop mail could not be reached: Connection refused");
    await reader.getByRole("button", { name: "Acknowledge" }).click();
    await expect(reader.getByRole("main")).toContainText(`by whoever reads ${person.email}`);
    await expect(whoHasIt(page)).toContainText(`Acknowledged by whoever reads ${person.email}`, { timeout: WITHIN_MS });
    await expectNoReload(page);

    await page.getByRole("button", { name: "Undo acknowledgement" }).click();
    await expect(whoHasIt(page)).toContainText("Nobody has it yet.");
    await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
    await expect(whoHasIt(page)).toContainText(`Acknowledged by ${person.email}`);
    await reader.goto(link);
    await expect(reader.getByText("Somebody has it already")).toBeVisible();
    await reader.goto(link.replace(/.{3}$/, "AAA"));
    await expect(reader.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
    await reader.close();
  });

  await test.step("notes: written, with a link to follow, changed, deleted", async () => {
    const notes = page.getByRole("list", { name: "Notes" });
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByText("Write something first.")).toBeVisible();
    await page.getByLabel("New note").fill("Rang the hoster: https://status.example.com/7. javascript:alert(1)");
    await page.getByLabel("New note").press("Control+Enter");
    await expect(notes.getByRole("link")).toHaveCount(1);
    await expect(notes.getByRole("link")).toHaveAttribute("href", "https://status.example.com/7");
    await notes.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Your note").fill("They know.");
    await page.getByRole("button", { name: "Save note" }).click();
    await expect(notes).toContainText("They know.");
    await expect(notes).toContainText("changed");
    await notes.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete note" }).click();
    await expect(page.getByText("Nobody has written anything yet.")).toBeVisible();
    await expect(timeline(page)).toContainText("deleted a note of theirs");
  });

  await test.step("resolved by hand, with a reason", async () => {
    await page.getByRole("button", { name: "Resolve by hand" }).click();
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(page.getByText("Say in a few words why it is over.")).toBeVisible();
    await page.getByLabel("Why it is over").fill("The server is being moved.");
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(whoHasIt(page)).toContainText(`Resolved by ${person.email}: The server is being moved.`);
    await page.goto(link);
    await expect(page.getByText("It is over. There is nothing left to acknowledge.")).toBeVisible();
    await page.goto("/incidents?state=open");
    await expect(page.getByRole("heading", { name: "No open incident" })).toBeVisible();
    await page.getByRole("link", { name: "All 1" }).click();
    await expect(page.getByRole("list", { name: "Incidents" })).toContainText("resolved by hand");
    await page.getByRole("combobox", { name: "Monitor" }).selectOption("Shop mail");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/monitor=\d+/);
    await page.getByRole("link", { name: /^Shop mail could not be reached/ }).click();
  });

  await test.step("what was learnt stands on top", async () => {
    await page.getByRole("button", { name: "Write the post-mortem" }).click();
    await page.getByRole("textbox", { name: /^What happened/ }).fill("It was moved.\n\nNext time: maintenance first.");
    await page.getByRole("button", { name: "Save post-mortem" }).click();
    await expect(page.getByRole("region", { name: "Post-mortem" })).toContainText("Next time: maintenance first.");
    await expect(timeline(page)).toContainText(`${person.email} wrote the post-mortem`);
    for (const told of [/^First failure/, /^Told .+: .*250/, /^Acknowledged by whoever reads/, /took the acknowledgement back$/]) {
      await expect(timeline(page).getByText(told).first()).toBeVisible();
    }
  });

  await test.step("who may only look has nothing to press, and is told so where the page is older than that", async () => {
    const older = await page.context().newPage();
    await older.route("**/api/events*", (route) => route.abort()); // it hears of nothing
    await older.goto(incidentPath);
    await older.getByLabel("New note").fill("Mine, too");
    await demote(person);
    await older.getByRole("button", { name: "Add note" }).click();
    await expect(older.getByText(/^You can look at this team but not change anything/)).toBeVisible();
    await older.close();
    await page.reload();
    await expect(page.getByRole("region", { name: "Post-mortem" })).toContainText("It was moved.");
    await expect(page.getByText("Nobody has written anything yet.")).toBeVisible();
    await expect(page.getByLabel("New note")).toHaveCount(0);
    await expect(page.getByRole("button", { name: /Edit|Delete|Write|Acknowledge|Resolve/ })).toHaveCount(0);
  });
});

function whoHasIt(page: Page) {
  return page.getByRole("region", { name: "Who has it" });
}

function timeline(page: Page) {
  return page.getByRole("list", { name: "Timeline" });
}
