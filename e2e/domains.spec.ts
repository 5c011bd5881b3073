import { randomBytes } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./story.ts";

test("a domain is added, its record shown and looked up, and removed with the keyboard", async ({ dashboard: page }) => {
  const domain = `${randomBytes(5).toString("hex")}.invalid`; // a name nobody has (RFC 6761 section 6.4)
  await page.goto("/settings");
  await page.getByRole("link", { name: "Domains" }).click();
  await expect(page.getByRole("heading", { name: "Domains", level: 1 })).toBeVisible();

  await page.getByLabel("Domain", { exact: true }).fill("not a domain");
  await page.getByRole("button", { name: "Add domain" }).click();
  await expect(page.getByText("A host name has no spaces.")).toBeVisible();
  await page.getByLabel("Domain", { exact: true }).fill("192.0.2.1");
  await page.getByRole("button", { name: "Add domain" }).click();
  await expect(page.getByText("Enter a domain, such as example.com.")).toBeVisible();

  await page.getByLabel("Domain", { exact: true }).fill(domain);
  await page.getByRole("button", { name: "Add domain" }).click();
  const row = page.getByRole("listitem").filter({ hasText: domain });
  await expect(row.getByText(`_ehlowatch-proof.${domain}`)).toBeVisible();
  await expect(row.getByText(/^ehlowatch-proof=[0-9a-f]{32}$/)).toBeVisible();
  await expect(row.getByText(/no such TXT record yet|DNS did not answer/)).toBeVisible({ timeout: 20_000 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await row.getByRole("button", { name: "Look again" }).press("Enter");
  await expect(row.getByText(/no such TXT record yet|DNS did not answer/)).toBeVisible({ timeout: 20_000 });
  await row.getByRole("button", { name: `Remove ${domain}` }).press("Enter");
  await expect(page.getByText("None yet.")).toBeVisible();
});
