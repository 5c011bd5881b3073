import { fillMonitorForm, type Wishes } from "./monitor.ts";
import { expect, test } from "./story.ts";

type Bad = { what: string; wishes: Wishes; label: string; sentence: string };

/** No two that follow each other have one sentence: it tells that the answer to the last has come, and that what is typed next will stay. */
const BAD: Bad[] = [
  { what: "an empty host", wishes: { host: "" }, label: "Host", sentence: "Enter the server's name or address." },
  { what: "a host with a space", wishes: { host: "mail example.com" }, label: "Host", sentence: "A host name has no spaces." },
  { what: "an absurd host", wishes: { host: "-..-" }, label: "Host", sentence: "This is neither a host name nor an IP address." },
  { what: "a URL as host", wishes: { host: "https://example.com/" }, label: "Host", sentence: "Enter only the host" },
  {
    what: "an address as host",
    wishes: { host: "me@example.com" },
    label: "Host",
    sentence: "Enter a server, not an e-mail address.",
  },
  { what: "a host of 10,000 characters", wishes: { host: "a".repeat(10_000) }, label: "Host", sentence: "at most 253 characters" },
  { what: "port 0", wishes: { port: 0 }, label: "Port", sentence: "A port is between 1 and 65535." },
  { what: "a port in words", wishes: { port: "smtp" }, label: "Port", sentence: "Enter a port number." },
  { what: "port 70000", wishes: { port: 70_000 }, label: "Port", sentence: "A port is between 1 and 65535." },
  {
    what: "an EHLO name with a space",
    wishes: { ehloName: "my probe" },
    label: "EHLO name",
    sentence: "An EHLO name is a host name",
  },
  {
    what: "a time limit of 0",
    wishes: { timeLimitS: 0 },
    label: "Time limit in seconds",
    sentence: "The shortest time limit is 1 second.",
  },
  {
    what: "a name of 10,000 characters",
    wishes: { name: "n".repeat(10_000) },
    label: "Name",
    sentence: "A name has at most 100 characters.",
  },
];

test("each bad input of a monitor gets its sentence next to the field, and what was typed is kept", async ({ dashboard: page }) => {
  await page.goto("/monitors/new");
  for (const { what, wishes, label, sentence } of BAD) {
    await test.step(what, async () => {
      await fillMonitorForm(page, {
        host: "mx.example.com",
        port: 25,
        name: "Kept",
        ehloName: "probe.example.com",
        timeLimitS: 15,
      });
      await fillMonitorForm(page, wishes);
      await page.getByRole("button", { name: "Save monitor" }).click();
      const field = page.getByLabel(label, { exact: true });
      await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replaceAll(".", "\\.")));
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveValue(String(Object.values(wishes)[0]));
      if (label !== "Host") await expect(page.getByLabel("Host")).toHaveValue("mx.example.com");
    });
  }
  await page.goto("/monitors");
  await expect(page.getByRole("heading", { name: "Add your first monitor" })).toBeVisible();
});

test("an interval below 10 seconds is refused", async ({ watcher: page }) => {
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "mx.example.com", interval: "another interval" });
  const field = page.getByLabel("Interval in seconds");
  await field.fill("9");
  await page.getByRole("button", { name: "Save monitor" }).click();
  await expect(field).toHaveAccessibleDescription(/The shortest interval is 10 seconds\./);
  await expect(field).toHaveValue("9");
});

test("a line break never gets into an EHLO name", async ({ watcher: page }) => {
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "mx.example.com" });
  // A text field cannot hold a line break; a request made by hand can.
  await page.getByLabel("EHLO name").evaluate((field: HTMLInputElement) => {
    field.type = "hidden";
    field.value = "probe.example.com\r\nMAIL FROM:<you@example.com>";
  });
  await page.getByRole("button", { name: "Save monitor" }).click();
  await expect(page.getByText("An EHLO name has no line breaks.")).toBeVisible();
  await expect(page).toHaveURL(/\/monitors\/new$/);
});

test("what is wrong with a target is said before it is tried", async ({ watcher: page }) => {
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "", port: 0 });
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter the server's name or address." })).toBeVisible();
});

test("HTML in names is shown as it was typed, everywhere", async ({ dashboard: page }) => {
  const name = `<img src=x onerror="document.title='broken in'"><b>bold</b>`;
  await page.goto("/monitors/new");
  await fillMonitorForm(page, { host: "127.0.0.1", port: 9, name });
  await page.getByRole("button", { name: "Save monitor" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.goto("/monitors");
  await expect(page.getByRole("link", { name })).toBeVisible();

  const channel = `<u onmouseover="document.title='broken in'">On call</u>`;
  await page.goto("/channels/new/email");
  await page.getByLabel("Name", { exact: true }).fill(channel);
  await page.getByLabel("E-mail address").fill("ops@example.org");
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(channel);
  await page.goto("/channels");
  await page.getByRole("link", { name: channel }).hover();

  await page.goto("/settings");
  await page.getByLabel("Team name").fill(name);
  await page.getByRole("button", { name: "Save team name" }).click();
  await expect(page.getByRole("status").filter({ hasText: /team/i })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Team name")).toHaveValue(name);
  await expect(page).not.toHaveTitle("broken in");
});

test("addresses with spaces, and none at all, are told so", async ({ page, person }) => {
  const address = page.getByLabel("E-mail address");
  await page.goto("/channels/new/email");
  await page.getByLabel("Name", { exact: true }).fill("On call");
  await address.fill("on call@example.org");
  await page.getByRole("button", { name: "Add channel" }).click();
  await expect(address).toHaveAccessibleDescription(/An e-mail address has no spaces\./);
  await expect(address).toHaveValue("on call@example.org");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("On call");

  await page.context().clearCookies();
  await page.goto("/sign-up");
  await address.fill("no body@example.org");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(address).toHaveAccessibleDescription(/An e-mail address has no spaces\./);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/A password has at least 10 characters\./);
  await expect(address).toHaveValue("no body@example.org");

  await address.fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.email);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/not your address/);
});
