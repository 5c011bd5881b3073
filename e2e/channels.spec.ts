import type { Page } from "@playwright/test";
import { followMailLink, mailEntry, openMail, readMailText } from "./mailbox.ts";
import { newPerson } from "./person.ts";
import { Receiver } from "./receiver.ts";
import { expect, test } from "./story.ts";

const deliveries = (page: Page) => page.locator("section").filter({ has: page.getByRole("heading", { name: "Last deliveries" }) });

test("an address is confirmed by a code before it is sent anything else, and its reader stops it by a link", async ({
  page,
  person,
}) => {
  await page.goto("/channels");
  await expect(page.getByRole("link", { name: person.email })).toBeVisible(); // comes with the account
  const { email } = newPerson();

  await page.getByRole("link", { name: "New channel" }).click();
  await page.getByRole("link", { name: "E-mail" }).click();
  await page.getByLabel("Name", { exact: true }).fill("On call");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByRole("heading", { name: "On call", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a test" })).toHaveCount(0);
  const channelUrl = page.url();

  const code = page.getByLabel("Code", { exact: true });
  const confirm = page.getByRole("button", { name: "Confirm the address" });
  await confirm.click();
  await expect(code).toHaveAccessibleDescription(/Enter the 6 digits of the code\./);
  await expect(deliveries(page).getByText("Sent", { exact: true })).toBeVisible();
  await openMail(page, email, /code/i);
  const sent = /\b(\d{6})\b/.exec(await readMailText(page))![1]!;

  await page.goto(channelUrl);
  await code.fill(sent === "000000" ? "000001" : "000000");
  await confirm.click();
  await expect(code).toHaveAccessibleDescription(/This is not the code\./);
  await code.fill(`${sent.slice(0, 3)} ${sent.slice(3)}`);
  await confirm.click();
  await expect(page.getByText("The address is confirmed.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toHaveCount(0);

  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(deliveries(page).getByText("Sent", { exact: true })).toHaveCount(2);
  await expect(
    deliveries(page)
      .getByText(/: 250 /)
      .first(),
  ).toBeVisible(); // what the mail server said
  await openMail(page, email, "Test: On call");
  await followMailLink(page, "Stop sending me these");
  await expect(page.getByText(`has Ehlowatch send to ${email}`)).toBeVisible();
  const revokeUrl = page.url();
  expect((await page.request.get(revokeUrl.replace("/revoke", "/api/revoke"))).status()).toBe(200); // looking revokes nothing
  await page.getByRole("button", { name: "Stop sending me these" }).click();
  await expect(page.getByText(/^Nothing of .* is sent to .* any more\./)).toBeVisible();
  await page.goto(channelUrl);
  await expect(page.getByText("Revoked by its owner")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a test" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toHaveCount(0);
  await page.goto("/mailbox");
  await expect(mailEntry(page, person.email, "Revoked: On call is told of nothing any more")).toBeVisible();
  await page.goto(revokeUrl);
  await page.getByRole("button", { name: "Allow it again" }).click();
  await expect(page.getByRole("button", { name: "Stop sending me these" })).toBeVisible();

  await page.goto(channelUrl);
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Night shift");
  await page.getByLabel("E-mail address").fill(newPerson().email); // somebody else, who has said nothing yet
  await page.getByRole("button", { name: "Save channel" }).click();
  await expect(page.getByRole("heading", { name: "Night shift", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toBeVisible();

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete channel" }).click();
  await expect(page).toHaveURL(/\/channels$/);
  await expect(page.getByRole("link", { name: "Night shift" })).toHaveCount(0);
});

test("a webhook is added with its secret shown once, tested, refused, renewed and deleted", async ({ dashboard: page }) => {
  const receiver = new Receiver();
  const url = await receiver.listen();
  await page.goto("/channels/new");
  await page.getByRole("link", { name: "Webhook" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Our own");
  const urlField = page.getByLabel("URL", { exact: true });
  await urlField.fill("ftp://hooks.example/");
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(urlField).toHaveAccessibleDescription(/Only http and https URLs are asked\./);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Our own");
  await urlField.fill(url);
  await page.getByRole("button", { name: "Add channel" }).click();
  const secret = await page.getByText(/^whsec_/).innerText();
  await page.getByRole("link", { name: "Go to the channel" }).click();
  await expect(page.getByRole("heading", { name: "Our own", level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(deliveries(page).getByText("HTTP 200: thank you")).toBeVisible();
  expect(receiver.latest(secret)).toMatchObject({ type: "channel.test", data: { channel: { name: "Our own" } } });
  receiver.answer = { status: 410, body: "this hook has moved" };
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(deliveries(page).getByText("HTTP 410: this hook has moved")).toBeVisible();
  await expect(deliveries(page).getByText("Not delivered")).toBeVisible();

  await page.reload();
  expect(await page.content()).not.toContain(secret);
  expect(await page.content()).not.toContain("never-shown");
  await page.getByLabel("Name", { exact: true }).fill("Our own, renamed");
  await urlField.fill(url);
  await page.getByRole("button", { name: "Save channel" }).click();
  await expect(page.getByText("The channel is saved.")).toBeVisible();
  await expect(urlField).toHaveValue(""); // it is stored, and seen no more

  await page.getByRole("button", { name: "Renew the signing secret" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Renew" }).click();
  const renewed = await page.getByText(/^whsec_/).innerText();
  expect(renewed).not.toBe(secret);
  receiver.answer = { status: 200, body: "thank you again" };
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(deliveries(page).getByText("HTTP 200: thank you again")).toBeVisible();
  expect(receiver.latest(renewed)).toEqual(receiver.latest(secret)); // both, for a day

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Nothing tells it.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete channel" }).click();
  await expect(page).toHaveURL(/\/channels$/);
  await receiver.close();
});

test("a form asks for what its kind needs, and says at each field what is wrong", async ({ watcher: page }) => {
  await page.goto("/channels/new/slack");
  await expect(page.getByLabel("Bot token", { exact: true })).toBeHidden();
  await page.getByLabel("How", { exact: true }).selectOption("Bot token");
  await expect(page.getByLabel("Webhook URL", { exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByLabel("Bot token", { exact: true })).toHaveAccessibleDescription(/A bot token begins with xoxb-\./);
  await expect(page.getByLabel("Channel id")).toHaveAccessibleDescription(/The id of a channel looks like C012AB3CD/);
  await expect(page.getByLabel("How", { exact: true })).toHaveValue("bot");
  await page.goto("/channels/new/carrier-pigeon");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/not/i);
});
