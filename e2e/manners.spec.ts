import { AxeBuilder } from "@axe-core/playwright";
import { fillMonitorForm, partOf } from "./monitor.ts";
import { askDatabase } from "./product-database.ts";
import { expect, test } from "./story.ts";

const DENIED = "Whoever runs this server does not want it to be watched.";

test("the operator has servers left alone, and lets a team go that was frozen", async ({ dashboard: page, person }) => {
  await page.goto("/docs/reasons");
  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: /^Who checks your server/ })
    .click();
  await expect(page.getByRole("heading", { name: "How you stop it" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto("/settings/system");
  await page.getByRole("main").getByRole("link", { name: "Manners" }).click();
  const target = page.getByLabel("Address, range or domain");
  await target.fill("0.0.0.0/0");
  await page.getByRole("button", { name: "Leave it alone" }).click();
  await expect(page.getByText("This range is too wide")).toBeVisible();
  await target.fill("192.0.2.9/24");
  await page.getByLabel("Note").fill("asked by mail on Monday");
  await page.getByRole("button", { name: "Leave it alone" }).click();
  const row = page.getByRole("list", { name: "Left alone" }).getByRole("listitem").filter({ hasText: "192.0.2.0/24" });
  await expect(row).toContainText("asked by mail on Monday");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const save = async (host: string) => {
    await page.goto("/monitors/new");
    await fillMonitorForm(page, { host });
    await page.getByRole("button", { name: "Save monitor" }).click();
  };
  await save("192.0.2.7");
  await expect(page.getByText(DENIED)).toBeVisible();

  await askDatabase(
    `update team set frozen_at = now(), frozen_from = now(), frozen_why = '20 addresses of 198.51.100.0/24 within an hour.'
     where id = (select team_id from membership join "user" u on u.id = user_id where u.email = $1)`,
    [person.email],
  );
  await save("198.51.100.7");
  await expect(page.getByRole("alert").filter({ hasText: "looks like a scan" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Your team is frozen" })).toBeVisible();

  await page.goto("/settings/system/manners");
  const frozen = partOf(page, "Frozen teams").getByRole("listitem").filter({ hasText: person.email });
  await expect(frozen).toContainText("20 addresses of 198.51.100.0/24 within an hour.");
  await frozen.getByRole("button", { name: /^Let .* go$/ }).click();
  await expect(frozen).toHaveCount(0);
  await row.getByRole("button", { name: "Let 192.0.2.0/24 be watched again" }).click();
  await expect(row).toHaveCount(0);
  await save("192.0.2.7");
  await page.waitForURL(/\/monitors\/\d+$/);
  await expect(page.getByText("Your team is frozen")).toHaveCount(0);
});
