import { readPdf } from "#testing/pdf-text.ts";
import { look } from "./look.ts";
import { followMailLink, mailEntry, openMail } from "./mailbox.ts";
import { fillMonitorForm, partOf, saveMonitor, statusOf } from "./monitor.ts";
import { askDatabase } from "./product-database.ts";
import { expect, test } from "./story.ts";

const DOMAIN = "report.invalid";
const SUBJECT = new RegExp(`: ${DOMAIN}`);
const NAME = "Nobody else’s business";

test("a report is shared by a link, printed, taken back, and told of every month until its reader stops that", async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  await page.goto("/monitors/new");
  await page.getByRole("radio", { name: /^Domain/ }).check();
  await page.getByLabel("Domain", { exact: true }).fill(DOMAIN);
  await fillMonitorForm(page, { name: NAME, confirmations: "none, the first check counts" });
  await saveMonitor(page);
  await expect(statusOf(page)).toHaveText("Down", { timeout: 30_000 });
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(page.getByRole("heading", { name: `Mail of ${DOMAIN}`, level: 1 })).toBeVisible();
  await expect(page.getByText("No link leads here")).toBeVisible();
  await page.getByLabel("How long it works").selectOption("7 days");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = (await page.getByTestId("report-link").textContent())!;
  await expect(page.getByRole("list", { name: "Links to this report" })).toContainText(/ends in [67] days/);
  await look(page, "a report with its link");

  const guest = await browser.newPage({ baseURL });
  await test.step("whoever has it sees the domain, and nothing else of the team", async () => {
    const answer = await guest.goto(link);
    expect(answer!.status()).toBe(200);
    expect(answer!.headers()).toMatchObject({ "x-robots-tag": "noindex, nofollow", "referrer-policy": "no-referrer" });
    await expect(guest.getByText("There is no such domain")).toBeVisible();
    await expect(partOf(guest, "Uptime")).toContainText("Last 30 days");
    const html = await answer!.text();
    expect(html).toContain(DOMAIN);
    for (const secret of [NAME, person.email]) expect(html).not.toContain(secret);
    await guest.setViewportSize({ width: 390, height: 844 });
    await look(guest, "a shared report on a phone");
  });

  await test.step("it prints", async () => {
    const { pages, text } = readPdf(await guest.pdf({ preferCSSPageSize: true }));
    expect(pages).toBeGreaterThan(0);
    expect(text).toContain(`Mail of ${DOMAIN}`);
    expect(text).toContain("Report of");
    for (const around of ["Sign in", "Who checks your server"]) expect(text).not.toContain(around);
  });

  await test.step("once it is taken back it leads nowhere, as one that never was", async () => {
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByText("No link leads here")).toBeVisible();
    for (const gone of [link, `/report?link=${"A".repeat(43)}`, "/report"]) expect((await guest.goto(gone))!.status()).toBe(404);
  });

  await test.step("the month is told once it is over, and its reader stops that", async () => {
    await page.getByRole("checkbox", { name: new RegExp(person.email) }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(page.getByText(/next on 1 /)).toBeVisible();
    await askDatabase("update monthly_mail m set next_at = now() from channel c where c.id = m.channel_id and c.leads_to = $1", [
      person.email,
    ]);
    await guest.goto("/mailbox");
    await expect(mailEntry(guest, person.email, SUBJECT)).toBeVisible({ timeout: 30_000 });
    await openMail(guest, person.email, SUBJECT);
    await followMailLink(guest, "Stop this monthly mail");
    await expect(guest.getByRole("heading", { name: "Stop the monthly mail?" })).toBeVisible();
    await guest.getByRole("button", { name: "Stop the monthly mail" }).click();
    await expect(guest.getByRole("heading", { name: "The monthly mail is stopped" })).toBeVisible();
    await look(guest, "a monthly mail that is stopped");
    await page.reload();
    await expect(page.getByRole("checkbox", { name: new RegExp(person.email) })).not.toBeChecked();
  });
});
