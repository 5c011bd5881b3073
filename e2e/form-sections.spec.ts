import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { play } from "#testing/server/play.ts";
import { expect as hear, send } from "#testing/server/steps.ts";
import { addMonitor, fillMonitorForm, openSection, saveMonitor, sectionLine, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const SECTIONS = ["How far", "Addresses", "Certificate", "Login", "Accept test", "Expectations", "Thresholds", "Alarms"];

type Wrong = { section: string; label: string; typed: string; sentence: RegExp };

const WRONG: Wrong[] = [
  { section: "Certificate", label: "Own authority", typed: "not a certificate", sentence: /Paste certificates in PEM/ },
  { section: "Certificate", label: "Pinned fingerprint", typed: "ab:cd", sentence: /64 hexadecimal digits/ },
  { section: "Certificate", label: "Tell this many days before it ends", typed: "soon", sentence: /Enter a number of days\./ },
  { section: "Accept test", label: "Recipient to be accepted", typed: "a b@example.com", sentence: /no e-mail address/ },
  { section: "Accept test", label: "Recipient to be refused", typed: "nobody", sentence: /no e-mail address/ },
  { section: "Accept test", label: "Sender", typed: "<>", sentence: /no e-mail address/ },
  { section: "Expectations", label: "Text of the greeting", typed: "x".repeat(201), sentence: /at most 200 characters/ },
  { section: "Expectations", label: "Must offer", typed: "SIZE, <b>", sentence: /looks like STARTTLS or AUTH PLAIN/ },
  { section: "Expectations", label: "SIZE at least", typed: "50 MB", sentence: /Enter a number of bytes\./ },
  { section: "Expectations", label: "Reply codes that count as fine", typed: "55", sentence: /three digits/ },
  { section: "Thresholds", label: "dns ms", typed: "0", sentence: /at least 1 ms/ },
  { section: "Thresholds", label: "ehlo after TLS ms", typed: "quick", sentence: /Enter milliseconds\./ },
];

test("every section says in words how it is, and opens where something is wrong in it", async ({ watcher: page }) => {
  await page.goto("/monitors/new");
  for (const title of SECTIONS) await expect(sectionLine(page, title)).toBeVisible();
  await expect(sectionLine(page, "How far")).toContainText("up to TLS");
  await expect(sectionLine(page, "Login")).toContainText("none");

  await fillMonitorForm(page, { host: "mx.example.com" });
  for (const { section, label, typed } of WRONG) {
    await openSection(page, section);
    await page.getByLabel(label, { exact: true }).fill(typed);
  }
  await openSection(page, "Login");
  await page.getByLabel("Log in with").selectOption("PLAIN");
  for (const title of SECTIONS) await sectionLine(page, title).click(); // those that were open are closed now
  await page.getByRole("button", { name: "Save monitor" }).click();

  for (const { label, typed, sentence } of WRONG) {
    const field = page.getByLabel(label, { exact: true });
    await expect(field, label).toHaveAccessibleDescription(sentence);
    await expect(field, label).toBeVisible();
    await expect(field, label).toHaveValue(typed);
  }
  await expect(page.getByLabel("User name")).toHaveAccessibleDescription(/Enter the user name\./);
  await expect(page.getByLabel("Password or token", { exact: true })).toHaveAccessibleDescription(/Enter the password\./);
  await expect(page.getByLabel("Own authority")).toBeFocused();
});

test("what would never be run is refused, and choosing it lets the check go far enough", async ({ watcher: page }) => {
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "mx.example.com" });
  await openSection(page, "Accept test");
  await page.getByLabel("Recipient to be accepted").fill("postmaster@example.com");
  await expect(sectionLine(page, "Accept test")).toContainText("postmaster@example.com is accepted");
  await expect(sectionLine(page, "How far")).toContainText("the accept test");

  await openSection(page, "How far");
  await page.getByLabel("The check goes up to").selectOption("ehlo");
  await page.getByRole("button", { name: "Save monitor" }).click();
  await expect(page.getByLabel("The check goes up to")).toHaveAccessibleDescription(/would end before the accept test/);
});

test("a stored password is never shown, stays while it may, and is asked for again where it would go elsewhere", async ({
  watcher: page,
}) => {
  const authority = makeAuthority();
  const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
  const secret = "correct horse battery";
  const proof = Buffer.from(`\0probe@example.com\0${secret}`).toString("base64");
  const server = await play(
    authOffered(certificate, "PLAIN", hear(new RegExp(`^AUTH PLAIN ${proof}$`)), send("235 2.7.0 welcome\r\n")),
  );
  const path = await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, tls: "Implicit TLS from the first byte", name: "Login", interval: "every hour" },
    async () => {
      await openSection(page, "Certificate");
      await page.getByLabel("Own authority").fill(authority.cert);
      await openSection(page, "Login");
      await page.getByLabel("Log in with").selectOption("PLAIN");
      await page.getByLabel("User name").fill("probe@example.com");
      await page.getByLabel("Password or token", { exact: true }).fill(secret);
      await expect(sectionLine(page, "How far")).toContainText("the login");
      await page.getByRole("button", { name: "Try it" }).click();
      await expect(page.getByText("The server did everything a mail client needs of it.")).toBeVisible();
      const lines = page.getByRole("region", { name: "Transcript of the trial" });
      await expect(lines).toContainText("AUTH PLAIN ••••");
      await expect(lines).not.toContainText(proof);
    },
  );
  await expect(statusOf(page)).toHaveText("Up", { timeout: 15_000 });

  await page.goto(`${path}/edit`);
  expect(await page.content()).not.toContain(secret);
  await expect(sectionLine(page, "Login")).toContainText("PLAIN as probe@example.com");
  const password = page.getByLabel("Password or token", { exact: true });
  await expect(password).toBeVisible(); // a section that holds something stands open
  await expect(password).toHaveValue("");
  await expect(password).toHaveAccessibleDescription(/leave this empty to keep it/);

  await page.getByRole("button", { name: "Try it" }).click(); // with the stored one
  await expect(page.getByText("The server did everything a mail client needs of it.")).toBeVisible();

  await page.getByLabel("User name").fill("root");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter it again." })).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(password).toHaveAccessibleDescription(/stays only for the same server.*Enter it again\./);

  await page.getByLabel("User name").fill("probe@example.com");
  await fillMonitorForm(page, { name: "Still logs in" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { name: "Still logs in", level: 1 })).toBeVisible();
  const before = server.received().length;
  await expect.poll(() => server.received().length, { timeout: 15_000 }).toBeGreaterThan(before - 1);
  await expect(statusOf(page)).toHaveText("Up", { timeout: 15_000 });
  await server.close();
});

test("all sections are filled in and read back", async ({ watcher: page }) => {
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "mx.example.com", name: "Everything", interval: "every 24 hours" });
  for (const title of SECTIONS) await openSection(page, title);
  await page.getByLabel("Which addresses have to work").selectOption("both");
  await page.getByLabel("May be wrong with it").selectOption("name");
  await page.getByLabel("Tell this many days before it ends").fill("30");
  await page.getByLabel("Recipient to be accepted").fill("postmaster@example.com");
  await page.getByLabel("Must not offer in the clear").fill("AUTH");
  await page.getByLabel("Reply codes that count as fine").fill("554, 421");
  await page.getByLabel("greeting ms").fill("500");
  await page.getByLabel("There is an incident when it is").selectOption("degraded");
  await page.getByLabel("Banner").check();
  await page.getByLabel("STARTTLS", { exact: true }).uncheck();
  const path = await saveMonitor(page);

  await page.goto(`${path}/edit`);
  await expect(sectionLine(page, "How far")).toContainText("the accept test");
  await expect(sectionLine(page, "Addresses")).toContainText("IPv4 and IPv6, each judged");
  await expect(sectionLine(page, "Certificate")).toContainText("another name is fine, told 30 days before it ends");
  await expect(sectionLine(page, "Accept test")).toContainText("postmaster@example.com is accepted");
  await expect(sectionLine(page, "Expectations")).toContainText("no AUTH in the clear, 554, 421 counts as fine");
  await expect(sectionLine(page, "Thresholds")).toContainText("greeting 500 ms");
  await expect(sectionLine(page, "Alarms")).toContainText(
    "when it is degraded or down, changes of: Certificate expires soon, Banner",
  );
  await expect(page.getByLabel("Reply codes that count as fine")).toHaveValue("554, 421");
  await expect(page.getByLabel("Banner")).toBeChecked();
});

test("the sections are opened, filled in and closed with the keyboard alone", async ({ watcher: page }) => {
  const { keyboard } = page;
  await page.goto("/monitors/new");
  await page.getByLabel("Host", { exact: true }).focus();
  await keyboard.type("mx.example.com");
  await sectionLine(page, "Expectations").focus();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await expect(page.getByLabel("Text of the greeting")).toBeFocused();
  await keyboard.type("ESMTP");
  await keyboard.press("Shift+Tab");
  await expect(sectionLine(page, "Expectations")).toBeFocused();
  await keyboard.press("Space");
  await expect(page.getByLabel("Text of the greeting")).toBeHidden();
  await expect(sectionLine(page, "Expectations")).toContainText("greets with “ESMTP”");
  await keyboard.press("Tab");
  await expect(sectionLine(page, "Thresholds")).toBeFocused(); // what is folded away is not in the way
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.type("250");
  await expect(sectionLine(page, "Thresholds")).toContainText("dns 250 ms");
});
