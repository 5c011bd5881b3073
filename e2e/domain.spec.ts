import type { Page } from "@playwright/test";
import { isLeftOut } from "#testing/is-left-out.ts";
import { startDomainWorld, whyNoDomainWorld, type DomainWorld } from "./domain-world.ts";
import { axeOf, expectFits, expectNoViolations, look } from "./look.ts";
import { partOf, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { startStack, type Stack } from "./stack.ts";
import { expect, test } from "./story.ts";

const PHONE = { width: 390, height: 844 };

let world: DomainWorld;
let stack: Stack; // of its own: the other stories have the resolver of the machine

test.describe.configure({ mode: "default" }); // one world and one product for all of them
test.skip(isLeftOut(whyNoDomainWorld()), "there can be no DNS and no mail servers of a domain here");

test.beforeAll(async () => {
  test.setTimeout(300_000);
  world = await startDomainWorld();
  stack = await startStack({ DNS_SERVERS: world.resolver, NODE_EXTRA_CA_CERTS: world.caFile, SELF_TEST_SERVERS: "off" });
});
test.afterAll(async () => {
  await stack?.stop();
  await world?.remove();
});

/** Types a domain where the open page asks for one. */
async function checkDomain(page: Page, typed: string): Promise<void> {
  await page.getByLabel("Domain or e-mail address").fill(typed);
  await page.getByRole("button", { name: "Check domain" }).click();
}

test("from an address to a report, from there to a monitor, and what is said of domains that take no mail", async ({ browser }) => {
  const page = await browser.newPage({ baseURL: stack.url });
  await signUpAndConfirm(page, newPerson());
  await checkDomain(page, "somebody@whole.test.example");
  await page.waitForURL(/\/domains\/check\/[\w-]{36}$/);
  await expect(page.getByRole("heading", { name: "whole.test.example", level: 1 })).toBeVisible();
  await expect(statusOf(page)).toHaveText("Degraded", { timeout: 30_000 });

  const servers = partOf(page, "Mail servers");
  const dead = servers.getByRole("list", { name: "Ways to backup.test.example" });
  await expect(dead).toContainText(world.backup);
  await expect(dead).toContainText("Connection refused");
  const stages = servers.getByRole("list", { name: `Stages at ${world.preferred}` });
  await expect(stages.getByRole("listitem").filter({ hasText: "greeting" })).toContainText("went well");
  const posture = partOf(page, "Posture");
  const spf = posture.getByRole("group").filter({ has: page.getByRole("heading", { name: "SPF", level: 3 }) });
  await expect(spf).toContainText("v=spf1 mx ~all");
  await expectFits(page, "the report");
  await page.setViewportSize(PHONE);
  await look(page, "the report on a phone");

  const report = page.url();
  await page.getByRole("button", { name: "Watch all of this" }).click();
  await page.waitForURL(/\/monitors\/\d+$/);
  await expect(partOf(page, "Mail servers").getByRole("list", { name: "Ways to backup.test.example" })).toContainText(
    world.backup,
    {
      timeout: 30_000,
    },
  );
  await expect(partOf(page, "Posture")).toContainText("SPF");
  await look(page, "a domain's monitor on a phone");
  await partOf(page, "Mail servers").getByRole("link", { name: "Connection refused" }).click();
  await page.waitForURL(/\/checks\/[\d-]+#L\d+$/);
  await expect(page.locator("li:target")).toContainText(world.backup);
  await page.goto(report);
  await expect(page.getByRole("link", { name: "Watched: show its monitor" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("null.test.example");
  await page.getByRole("option", { name: "Check the domain of null.test.example" }).click();
  await expect(page.getByLabel("Domain or e-mail address")).toHaveValue("null.test.example");
  await page.getByRole("button", { name: "Check domain" }).click();
  await expect(page.getByText("This domain accepts no mail, on purpose")).toBeVisible({ timeout: 30_000 });
  await page.goto("/domains/check");
  await checkDomain(page, "no-such.test.example");
  await expect(page.getByText("There is no such domain").first()).toBeVisible({ timeout: 30_000 });
  await page.goto("/domains/check");
  await checkDomain(page, "lame.example");
  await expect(statusOf(page)).toHaveText("Unknown", { timeout: 30_000 });
  await expect(page.getByText(/^Its MX records could not be looked up/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Watch all of this" })).toHaveCount(0);
  await page.goto("/domains/check");
  await checkDomain(page, "not a domain");
  await expect(page.getByLabel("Domain or e-mail address")).toHaveAccessibleDescription(/no spaces/);
});

test("the form of a domain takes a name in Unicode, shows both spellings, and tries it", async ({ browser }) => {
  const page = await browser.newPage({ baseURL: stack.url, viewport: PHONE });
  await signUpAndConfirm(page, newPerson());
  await page.goto("/monitors/new");
  await page.getByRole("radio", { name: /^Domain/ }).check();
  await page.getByLabel("Domain", { exact: true }).fill("bücher.test.example");
  await expect(page.getByText("xn--bcher-kva.test.example")).toBeVisible();
  await expect(page.getByLabel("Port", { exact: true })).toHaveCount(0);
  await expect(page.getByLabel("Check", { exact: true })).toHaveValue("3600");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText("Its mail servers take mail on every address we can reach.")).toBeVisible({ timeout: 30_000 });
  await look(page, "the form of a domain");
  await page.getByRole("button", { name: "Save monitor" }).click();
  await page.waitForURL(/\/monitors\/\d+$/);
  await expect(page.getByRole("heading", { name: "bücher.test.example", level: 1 })).toBeVisible();

  await page.goto("/docs/posture#spf.pass-all");
  await expect(page.getByRole("article", { name: "SPF lets everybody send" })).toBeInViewport();
  await expectNoViolations(axeOf(page).disableRules("color-contrast"), "/docs/posture"); // the same colours a hundred times
  await expectFits(page, "/docs/posture");
});
