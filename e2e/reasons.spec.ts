import { reasonHref } from "#core/reason/reason-href.ts";
import { REASON_CODES } from "#core/reason/reason.ts";
import { holdClosedPort } from "#testing/server/closed-port.ts";
import { openMail, readMailText } from "./mailbox.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

test("every reason has its place on the page, with words for both readers, steps and the status it leads to", async ({ page }) => {
  await page.goto("/docs/reasons");
  const places = await page.getByRole("article").evaluateAll((articles) => articles.map(({ id }) => id));
  expect(places.filter((id) => !id.startsWith("refusal."))).toEqual(REASON_CODES);

  const expired = page.getByRole("article", { name: "Certificate expired" });
  await expect(expired).toContainText("tls.expired");
  await expect(expired).toContainText("Down");
  await expect(expired).toContainText("mail programs warn their users or refuse to connect");
  await expect(expired).toContainText("past its notAfter");
  await expect(expired).toContainText("openssl s_client -connect mail.example.com:25 -starttls smtp -servername mail.example.com");
  await expect(expired.getByRole("link", { name: "RFC 5280 section 4.1.2.5" })).toHaveAttribute(
    "href",
    "https://www.rfc-editor.org/rfc/rfc5280.html#section-4.1.2.5",
  );
});

test("the address of a reason leads to it", async ({ page }) => {
  await page.goto(reasonHref("rcpt.greylisted"));
  await expect(page.getByRole("article", { name: "Greylisted" })).toBeInViewport();
  await page.goto(reasonHref("tls.expired", "pop3"));
  const expired = page.getByRole("article", { name: "Certificate expired" });
  await expect(expired).toBeInViewport();
  await expect(expired).toContainText("-starttls pop3");
});

test("the contents lead to each stage by keyboard", async ({ page }) => {
  await page.goto("/docs/reasons");
  const link = page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "RCPT TO" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#rcpt$/);
  await expect(page.getByRole("heading", { name: "RCPT TO", exact: true })).toBeInViewport();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("reasons are read and searched all the same", async ({ page }) => {
    await page.goto(reasonHref("tls.incomplete"));
    await expect(page.getByRole("article", { name: "Certificate chain is incomplete" })).toBeInViewport();

    await page.getByRole("searchbox", { name: "Search the reasons" }).fill("452 storage");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/docs\/reasons\?q=452\+storage$/);
    await expect(page.getByRole("article", { name: "The server's disk is full" })).toBeVisible();
    await expect(page.getByRole("article", { name: "Certificate expired" })).toHaveCount(0);

    await page.getByRole("searchbox", { name: "Search the reasons" }).fill("xyzzy");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No reason has “xyzzy” in it")).toBeVisible();
    await page.getByRole("link", { name: "Show all" }).click();
    await expect(page.getByRole("article", { name: "Certificate expired" })).toBeVisible();
  });
});

test("a failed check and its alert lead to what is known about the reason", async ({ page, person }) => {
  await addMonitor(page, {
    host: "127.0.0.1",
    port: (await holdClosedPort()).port,
    name: "Gone",
    confirmations: "none, the first check counts",
  });
  await expect(statusOf(page)).toHaveText("Down", { timeout: 15_000 });
  await page.getByRole("link", { name: "Transcript of the failed check" }).click();
  await page.waitForURL(/\/checks\//);
  await page.getByRole("region", { name: "Diagnosis" }).getByRole("link", { name: "More about this reason" }).click();
  await expect(page).toHaveURL(/\/docs\/reasons#connect\.refused$/);
  await expect(page.getByRole("article", { name: "Connection refused" })).toBeInViewport();

  await openMail(page, person.email, "Down: Gone — connect refused");
  expect(await readMailText(page)).toContain("/docs/reasons#connect.refused");
});
