import { randomBytes } from "node:crypto";
import { addMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

test("mail through a server that is watched is warned of, until there is a second road", async ({ page, person }) => {
  // a name of this machine takes its own mail, at port 25, without any DNS: and nobody listens there
  const domain = `mx-${randomBytes(4).toString("hex")}.localhost`;
  const name = `MX of ${domain}`;
  const monitor = await addMonitor(
    page,
    { host: domain, port: 25, name, confirmations: "none, the first check counts" },
    async () => {
      await page.getByRole("checkbox", { name: person.email }).uncheck();
    },
  );

  await page.goto("/channels/new/email");
  await page.getByLabel("Name", { exact: true }).fill("Ops");
  await page.getByLabel("E-mail address").fill(`ops@${domain}`);
  await page.getByRole("button", { name: "Add channel" }).click();
  const warning = page.getByText(
    `Mail to ops@${domain} arrives through ${domain}, which the monitor “${name}” watches. While it is down this mail will not arrive: add a second road.`,
  );
  await expect(warning).toBeVisible();
  await expect(page.getByText("This road leads through the patient")).toBeVisible();

  await page.goto("/channels");
  const row = page.getByRole("listitem").filter({ hasText: `ops@${domain}` });
  await expect(row.getByText("Through a server you watch, without a second road")).toBeVisible();

  await page.goto(monitor);
  await expect(statusOf(page)).toHaveText("Down");
  await expect(warning).toBeVisible();
  await page.getByRole("link", { name: "The channel" }).click();
  await page.getByRole("main").getByRole("link", { name, exact: true }).click(); // and back again

  await page.goto(`${monitor}/edit`);
  await page.getByRole("checkbox", { name: person.email }).check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(/\/monitors\/\d+$/);
  await expect(warning).toHaveCount(0);
  await page.goto("/channels");
  await expect(row.getByText("Through a server you watch, with a second road")).toBeVisible();
  await row.getByRole("link", { name: "Ops" }).click();
  await expect(page.getByText(`While it is down this mail will not arrive: then ${person.email} is told as well.`)).toBeVisible();
});
