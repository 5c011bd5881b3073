import { randomBytes } from "node:crypto";
import { addMailChannel, addPolicy, confirmMailChannel } from "./alerting.ts";
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

  await addMailChannel(page, "Ops", `ops@${domain}`);
  const warning = page.getByText(
    `Mail to ops@${domain} arrives through ${domain}, which the monitor “${name}” watches. While it is down this mail will not arrive: add a second road.`,
  );
  await expect(warning).toBeVisible();
  await expect(page.getByText("This road leads through the patient")).toBeVisible();
  await confirmMailChannel(page, `ops@${domain}`); // our own relay is the built-in mailbox, which takes all mail

  await page.goto("/channels");
  const row = page.getByRole("listitem").filter({ hasText: `ops@${domain}` });
  await expect(row.getByText("Through a server you watch, without a second road")).toBeVisible();

  await addPolicy(page, "By one road", "Ops (mail)");
  await page.getByRole("link", { name: "By one road" }).click();
  await expect(page.getByRole("heading", { name: "By one road", level: 1 })).toBeVisible();
  await expect(page.getByText("This road leads through the patient")).toBeVisible();
  await expect(warning).toBeVisible();

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
