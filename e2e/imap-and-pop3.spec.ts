import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { ACCOUNT } from "#testing/real/door.ts";
import { startDovecotMail, whyNoDovecotMail } from "#testing/real/dovecot-mail.ts";
import { ownAddress } from "#testing/real/own-address.ts";
import { fillMonitorForm, openSection, partOf, saveMonitor, sectionLine, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const OFTEN = { interval: "every 10 seconds", confirmations: "none, the first check counts" };
const WITHIN_MS = 25_000;

test.skip(isLeftOut(whyNoDovecotMail()), "there is no Dovecot");

test("a real Dovecot is watched by IMAP and by POP3, and what fails is named", async ({ watcher: page }) => {
  test.setTimeout(120_000);
  const address = ownAddress();
  const authority = makeAuthority();
  const dovecot = await startDovecotMail(makeCertificate({ names: [address], issuer: authority }), address);
  const fillInLogin = async (password: string) => {
    await openSection(page, "Certificate");
    await page.getByLabel("Own authority").fill(authority.cert);
    await openSection(page, "Login");
    await page.getByLabel("Log in with").selectOption("best");
    await page.getByLabel("User name").fill(ACCOUNT.username);
    await page.getByLabel("Password or token", { exact: true }).fill(password);
  };
  const rail = page.getByRole("list", { name: "Stages of the dialogue" });
  const lines = page.getByRole("region", { name: "Transcript of the trial" });

  await test.step("the form goes by the kind: its port, its way to TLS, its sections", async () => {
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^IMAP/ }).check();
    await expect(page.getByLabel("Port", { exact: true })).toHaveValue("993");
    await expect(page.getByLabel("TLS", { exact: true })).toHaveValue("implicit");
    await page.getByRole("radio", { name: /^POP3/ }).check();
    await expect(page.getByLabel("Port", { exact: true })).toHaveValue("995");
    await expect(page.getByLabel("EHLO name")).toBeHidden();
    await expect(sectionLine(page, "Accept test")).toBeHidden();
    await page.getByRole("radio", { name: /^IMAP/ }).check();
    await fillMonitorForm(page, { host: address, tls: "STARTTLS required", port: dovecot.ports.imap, name: "By IMAP", ...OFTEN });
  });

  await test.step("a wrong password fails at the login, in IMAP's own words", async () => {
    await fillInLogin("wrong");
    await expect(sectionLine(page, "How far")).toContainText("the opening of a folder");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(rail.getByRole("listitem").filter({ hasText: "login" })).toContainText("NO");
    await expect(lines).toContainText("AUTHENTICATIONFAILED");
    await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(`imap://${address}`);
  });

  await test.step("the right one opens the folder, and is shown nowhere", async () => {
    await page.getByLabel("Password or token", { exact: true }).fill(ACCOUNT.password);
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText("The server did everything a mail client needs of it.")).toBeVisible();
    await expect(lines).toContainText("EXAMINE");
    await expect(lines).toContainText("••••");
    await saveMonitor(page);
    await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
    await expect(partOf(page, "Server")).toContainText("Dovecot");
    expect(await page.content()).not.toContain(ACCOUNT.password);
  });

  await test.step("by POP3 too, until the server is stopped: then it cannot be reached", async () => {
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^POP3/ }).check();
    await fillMonitorForm(page, { host: address, port: dovecot.ports.pop3s, name: "By POP3", ...OFTEN });
    await fillInLogin(ACCOUNT.password);
    await expect(sectionLine(page, "How far")).toContainText("the list of messages");
    const path = await saveMonitor(page);
    await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
    await dovecot.remove();
    await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
    await expect(partOf(page, "Latest checks")).toContainText("Connection refused");
    await page.goto(`${path}/edit`);
    await expect(page.getByText("Its server speaks POP3.")).toBeVisible();
    await expect(page.getByLabel("The check goes up to")).toHaveValue("list");
  });

  await test.step("the list can be filtered by what they speak", async () => {
    await page.goto("/monitors");
    await page.getByRole("navigation", { name: "Filter by kind" }).getByRole("link", { name: /^IMAP/ }).click();
    await expect(page.getByRole("list", { name: "Monitors" }).getByRole("link", { name: "By IMAP" })).toBeVisible();
    await expect(page.getByRole("link", { name: "By POP3" })).toHaveCount(0);
  });
});
