import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { authRefused } from "#testing/server/dialogues/auth-refused.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { addContact, addOnCall, addPolicy } from "./alerting.ts";
import { axeOf, expectFits, expectNoViolations, look } from "./look.ts";
import { followMailLink, openMail } from "./mailbox.ts";
import { addMonitor, fillMonitorForm, openSection, saveMonitor, statusOf } from "./monitor.ts";
import { newPerson, signUp, signUpAndConfirm } from "./person.ts";
import { expect, test } from "./story.ts";

/**
 * What our own looking causes: nothing can be run in the frame of a mail, which is the point of that frame, and two of the pages are
 * not there.
 */
const NOT_OURS = /Blocked script execution in 'about:(srcdoc|blank)'|status of 404/;

/** What a browser complains about while pages are looked at. */
const complaints: string[] = [];

test.beforeEach(({ page }) => {
  test.setTimeout(180_000);
  complaints.length = 0;
  page.on("console", (message) => {
    if (message.type() === "error" && !NOT_OURS.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
});
test.afterEach(() => {
  expect(complaints, "what the browser complained about").toEqual([]);
});

test("every open page is accessible in light and dark, never wider than the screen, and breaks no policy", async ({ page }) => {
  for (const path of [
    "/",
    "/sign-in",
    "/forgot",
    "/forgot/sent",
    "/mailbox",
    "/confirm?token=none",
    "/reset?token=none",
    "/acknowledge?link=none",
    "/revoke?link=none",
    "/nowhere",
  ]) {
    await page.goto(path);
    await look(page, path);
  }
  const person = newPerson();
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Enter an e-mail address.")).toBeVisible();
  await look(page, "/sign-up with what is wrong");
  await signUp(page, person);
  await look(page, "/sign-up/sent");
  await openMail(page, person.email, "Confirm your address");
  await look(page, "/mailbox/[messageId]");
  await followMailLink(page, "Confirm");
  await expect(page.getByLabel("The password you chose")).toBeVisible();
  await look(page, "/confirm");
});

test("so is the page that explains every reason", async ({ page }) => {
  await page.goto("/docs/reasons?q=greeting");
  await look(page, "/docs/reasons, searched");
  await page.goto("/docs/reasons"); // the same colours, so many times that comparing them takes most of a minute
  await expectNoViolations(axeOf(page).disableRules("color-contrast"), "/docs/reasons");
  await expectFits(page, "/docs/reasons");
});

test("every page of the dashboard is too", async ({ page, person }) => {
  await look(page, "/monitors without any");
  const server = await play(good);
  await page.goto("/monitors/new");
  await page.getByRole("button", { name: "Save monitor" }).click();
  await expect(page.getByText("Enter the server's name or address.")).toBeVisible();
  await look(page, "/monitors/new with what is wrong");
  await fillMonitorForm(page, { host: "127.0.0.1", port: server.port, tls: "No TLS", ehloName: "probe.example" });
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText("The server did everything a mail client needs of it.")).toBeVisible();
  await look(page, "/monitors/new with a trial");

  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Good" });
  await expect(statusOf(page)).toHaveText("Up", { timeout: 15_000 });
  await look(page, "/monitors/[monitorId], up");
  const confirmations = "none, the first check counts";
  const { port } = await holdClosedPort();
  const badPath = await addMonitor(page, { host: "127.0.0.1", port, name: "Bad", confirmations });
  await expect(statusOf(page)).toHaveText("Down", { timeout: 15_000 });
  await look(page, "/monitors/[monitorId], down");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look(page, "the question before deleting");
  await page.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("link", { name: "Transcript of the failed check" }).click();
  await page.waitForURL(/\/checks\//);
  await look(page, "/monitors/[monitorId]/checks/[check]");
  await addContact(page, "Ann", new RegExp(person.email));
  await addPolicy(page, "Nights", "Ann");
  await page.getByRole("link", { name: "Nights" }).click();
  await expect(page.getByRole("heading", { name: "Nights", level: 1 })).toBeVisible();
  await look(page, "/policies/[policyId]");
  await addOnCall(page, "Mail team", "Ann");
  await page.getByText("Change name, time zone and rotations").click();
  await look(page, "/on-call/[onCallId]");
  const alerting = ["/policies", "/contacts", "/contacts/new", "/on-call"];
  const settings = ["/settings", "/settings/system"];
  for (const path of [
    "/monitors",
    `${badPath}/edit`,
    "/incidents",
    "/channels",
    "/channels/new",
    "/channels/new/slack",
    ...alerting,
    ...settings,
    "/monitors/0",
  ]) {
    await page.goto(path);
    await look(page, path);
  }
  await page.goto("/maintenance");
  await look(page, "/maintenance without any");
  await page.goto("/maintenance/new");
  await page.getByLabel("Repeats").selectOption("on days of the week");
  await page.getByRole("button", { name: "Save maintenance" }).click();
  await expect(page.getByText("Choose at least one day.").first()).toBeVisible();
  await look(page, "/maintenance/new with what is wrong");
  await page.getByLabel("Name", { exact: true }).fill("Updates");
  await page.getByLabel("Sunday").check();
  await page.getByRole("button", { name: "Save maintenance" }).click();
  await page.getByRole("link", { name: "Updates" }).waitFor();
  await look(page, "/maintenance");
  await page.getByRole("link", { name: "Updates" }).click();
  await expect(page.getByRole("list", { name: "Next occurrences" })).toBeVisible();
  await look(page, "/maintenance/[maintenanceId]");
  await page.goto("/incidents");
  await page.getByRole("main").getByRole("link", { name: /Bad/ }).click();
  await page.waitForURL(/\/incidents\/\d+$/);
  await look(page, "/incidents/[incidentId]");
  await openMail(page, person.email, /^Down: Bad/);
  await followMailLink(page, "Stop sending me these");
  await page.getByRole("button", { name: "Stop sending me these" }).waitFor();
  await look(page, "/revoke");
  await page.getByRole("button", { name: "Stop sending me these" }).click();
  await page.getByRole("button", { name: "Allow it again" }).waitFor();
  await page.goto("/channels");
  await page.getByRole("link", { name: person.email }).click();
  await page.waitForURL(/\/channels\/\d+$/);
  await look(page, "/channels/[channelId], revoked");
  await server.close();
});

test("and so is everything that only some monitors show", async ({ page }) => {
  await signUpAndConfirm(page, newPerson());
  const confirmations = "none, the first check counts";
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "mx.example.com" });
  for (const title of ["Certificate", "Login", "Accept test", "Expectations", "Thresholds"]) await openSection(page, title);
  await page.getByLabel("Pinned fingerprint").fill("ab");
  await page.getByLabel("Log in with").selectOption("best");
  await page.getByLabel("Sender").fill("nobody");
  await page.getByLabel("Must offer", { exact: true }).fill("<b>");
  await page.getByLabel("greeting ms").fill("0");
  await page.getByRole("button", { name: "Save monitor" }).click();
  await expect(page.getByText("A SHA-256 fingerprint has 64 hexadecimal digits.")).toBeVisible();
  await look(page, "/monitors/new with all sections and what is wrong in them");

  const half = await play(good);
  await addMonitor(page, { host: "localhost", port: half.port, name: "Half", confirmations }, async () => {
    await openSection(page, "Addresses");
    await page.getByLabel("Which addresses have to work").selectOption("both");
  });
  await expect(statusOf(page)).toHaveText("Degraded", { timeout: 15_000 });
  await look(page, "/monitors/[monitorId], with two ways");
  await page.getByRole("link", { name: "Transcript of such a check" }).click();
  await page.waitForURL(/\/checks\//);
  for (const table of await page.locator("main summary").all()) await table.click();
  await look(page, "/monitors/[monitorId]/checks/[check], with two ways");
  await half.close();

  const authority = makeAuthority();
  const refusing = await play(authRefused(makeCertificate({ names: ["127.0.0.1"], issuer: authority, toDay: 10 })));
  const tls = "Implicit TLS from the first byte";
  await addMonitor(page, { host: "127.0.0.1", port: refusing.port, tls, name: "Refused", confirmations }, async () => {
    await openSection(page, "Certificate");
    await page.getByLabel("Own authority").fill(authority.cert);
    await openSection(page, "Login");
    await page.getByLabel("Log in with").selectOption("PLAIN");
    await page.getByLabel("User name").fill("probe@example.com");
    await page.getByLabel("Password or token", { exact: true }).fill("wrong");
  });
  await expect(page.getByRole("button", { name: "Try the login again" })).toBeVisible({ timeout: 15_000 });
  await look(page, "/monitors/[monitorId], with a login that is not tried any more");
  await refusing.close();
});

const scriptFor = (port: number) => `version: 1
servers:
  a_server_with_a_rather_long_name: { protocol: smtp, host: 127.0.0.1, port: ${port}, tls: none }
steps:
  - { smtp: connect, server: a_server_with_a_rather_long_name }
  - { smtp: ehlo, as: probe.example }
  - { expect: reply, code: 354, name: ${"A step whose name says at length what it is about ".repeat(2).slice(0, 60)} }
  - { smtp: quit }
`;

test("and so is a script while it is written, where it fails, and what becomes of it", async ({ page }) => {
  await page.goto("/docs/scripts");
  await look(page, "/docs/scripts");
  await signUpAndConfirm(page, newPerson());
  const server = await play(good);
  await page.goto("/monitors/new");
  await page.getByRole("radio", { name: /^Mail flow/ }).check();
  await page.getByRole("button", { name: "Begin with an empty script" }).click();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const text = page.getByRole("textbox", { name: "Script as text" });
  await text.fill(scriptFor(server.port).replace("smtp: ehlo", "smtp: hello"));
  await page.getByRole("button", { name: /^Line 6 An smtp step is connect/ }).waitFor();
  await page.getByRole("button", { name: "Cards", exact: true }).click();
  await page.getByRole("button", { name: /^1 smtp: connect/ }).click();
  await look(page, "/monitors/new with what is wrong with a script");
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await text.fill(scriptFor(server.port));
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.locator("li[data-mark=failed]")).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Try it" }).getByText("The reply code is 250").first()).toBeVisible();
  await look(page, "/monitors/new with a script as text that failed");
  await page.getByRole("button", { name: "Cards", exact: true }).click();
  await expect(page.locator("li[data-outcome=failed]")).toHaveCount(1);
  await look(page, "/monitors/new with a script as cards that failed");
  await fillMonitorForm(page, { name: "Script", confirmations: "none, the first check counts" });
  await saveMonitor(page);
  await expect(statusOf(page)).toHaveText("Down", { timeout: 15_000 });
  await look(page, "/monitors/[monitorId], of a script");
  await page.goto("/incidents");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Script/ })
    .click();
  await page.waitForURL(/\/incidents\/\d+$/);
  await look(page, "/incidents/[incidentId], of a script");
  await server.close();
});

test("every answer carries the security headers, and each page a nonce of its own", async ({ page }) => {
  const policies: string[] = [];
  for (const path of ["/", "/sign-in", "/mailbox", "/nowhere"]) {
    const answer = await page.request.get(path);
    const headers = answer.headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*/.exec(policy)?.[0], path).not.toContain("unsafe");

    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(
      scripts.filter((script) => !script.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
    policies.push(policy);
  }
  expect(new Set(policies).size).toBe(policies.length);
});
