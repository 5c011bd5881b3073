import type { Page } from "@playwright/test";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { addContact, addOnCall, addPolicy } from "./alerting.ts";
import { demote } from "./demote.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { expect, test } from "./story.ts";

const MISSING = "999999999";
const VIEWERS_ONLY_LOOK = /^You can look at this team but not change anything/;

test("somebody of another team sees nothing, and cannot tell what is there from what is not", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const monitorPath = await addMonitor(page, {
    host: "127.0.0.1",
    port: (await holdClosedPort()).port,
    name: "Secret",
    confirmations: "none, the first check counts",
  });
  await expect(statusOf(page)).toHaveText("Down", { timeout: 20_000 });
  const incidentPath = await hrefOf(page, /^\/incidents\/\d+$/);
  await page.getByRole("list", { name: "Checks" }).getByRole("listitem").first().getByText("Connection refused").click();
  const checkPath = await hrefOf(page, /^\/monitors\/\d+\/checks\/.+$/);
  await page.goto("/channels");
  const channelPath = await hrefOf(page, /^\/channels\/\d+$/);
  const maintenancePath = await addMaintenance(page, "Secret");
  await addContact(page, "Secret contact", new RegExp(person.email));
  const contactPath = await hrefOf(page, /^\/contacts\/\d+$/);
  await addPolicy(page, "Secret policy", "Secret contact");
  const policyPath = await hrefOf(page, /^\/policies\/\d+$/);
  await addOnCall(page, "Secret rota", "Secret contact");
  const alerting = [policyPath, contactPath, new URL(page.url()).pathname];
  const theirs = [monitorPath, `${monitorPath}/edit`, checkPath, incidentPath, channelPath, maintenancePath, ...alerting];
  const download = `${checkPath}/transcript.txt`;
  for (const path of [...theirs, download]) expect((await page.request.get(path)).status(), path).toBe(200);

  const stranger = await browser.newPage({ baseURL });
  await signUpAndConfirm(stranger, newPerson());
  for (const path of [...theirs, download]) {
    const missing = path.replace(/\d+/, MISSING);
    const [there, nowhere] = [await stranger.request.get(path), await stranger.request.get(missing)];
    expect([there.status(), nowhere.status()], path).toEqual([404, 404]);
  }
  expect(await textOf(stranger, download)).toBe(await textOf(stranger, download.replace(/\d+/, MISSING)));
  for (const path of theirs) {
    await stranger.goto(path);
    const seen = await stranger.getByRole("main").innerText();
    expect(seen, path).not.toContain("Secret");
    await stranger.goto(path.replace(/\d+/, MISSING));
    expect(await stranger.getByRole("main").innerText(), path).toBe(seen);
  }
  const lists = ["/monitors", "/incidents", "/channels", "/maintenance", "/policies", "/contacts", "/on-call"];
  const forms = ["/maintenance/new", "/policies/new", "/contacts/new", "/on-call/new"];
  for (const path of [...lists, ...forms]) {
    await stranger.goto(path);
    await expect(stranger.getByRole("main")).not.toContainText("Secret");
    await expect(stranger.getByRole("main")).not.toContainText(person.email);
  }

  await stranger.context().clearCookies();
  for (const path of [...theirs, ...lists, ...forms, "/settings", "/settings/system"]) {
    const answer = await stranger.request.get(path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([307, expect.stringMatching(/^\/sign-in\?/)]);
  }
  for (const path of ["/api/events", "/api/trials/00000000-0000-4000-8000-000000000000/events"]) {
    expect((await stranger.request.get(path)).status(), path).toBe(401);
  }
  await stranger.close();

  await test.step("who may only look sees whom the team tells, has nothing to press, and is told so where the page is older than that", async () => {
    const older = await Promise.all(alerting.map((path) => openTab(page, path)));
    await demote(person);
    for (const tab of older) {
      const changes = tab.getByText("Change name, time zone and rotations");
      if (await changes.isVisible()) await changes.click();
      await tab.getByRole("button", { name: "Save changes" }).click();
      await expect(tab.getByText(VIEWERS_ONLY_LOOK)).toBeVisible();
      await tab.reload();
      await expect(tab.getByRole("main")).toContainText("Secret");
      await expect(tab.getByRole("main").getByRole("button")).toHaveCount(0);
      await tab.close();
    }
    for (const path of ["/policies/new", "/contacts/new", "/on-call/new"]) {
      await page.goto(path);
      await expect(page.getByText(VIEWERS_ONLY_LOOK), path).toBeVisible();
      await expect(page.getByRole("main").getByRole("button"), path).toHaveCount(0);
    }
  });
});

async function openTab(page: Page, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(path);
  return tab;
}

/** Plans a maintenance as the form has it, and returns the address of its page. */
async function addMaintenance(page: Page, name: string): Promise<string> {
  await page.goto("/maintenance/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save maintenance" }).click();
  await page.waitForURL(/\/maintenance$/);
  return hrefOf(page, /^\/maintenance\/\d+$/);
}

/** Where the first link of the page with such an address leads, once it is there. */
async function hrefOf(page: Page, address: RegExp): Promise<string> {
  const link = page.getByRole("main").getByRole("link");
  const find = async () => {
    const hrefs = await link.evaluateAll((links) => links.map((each) => each.getAttribute("href") ?? ""));
    return hrefs.find((href) => address.test(href)) ?? "";
  };
  await expect.poll(find, `a link to ${address}`).toMatch(address);
  return find();
}

async function textOf(page: Page, path: string): Promise<string> {
  return (await page.request.get(path)).text();
}
