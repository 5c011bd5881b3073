import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { authRefused } from "#testing/server/dialogues/auth-refused.ts";
import { play } from "#testing/server/play.ts";
import { expect as hear, send } from "#testing/server/steps.ts";
import { addMonitor, openSection, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 25_000;

test("a refused login is not tried again until somebody says so", async ({ watcher: page }) => {
  test.setTimeout(120_000);
  const authority = makeAuthority();
  const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });
  const refusing = await play(authRefused(certificate));
  const { port } = refusing;
  await addMonitor(
    page,
    {
      host: "127.0.0.1",
      port,
      tls: "Implicit TLS from the first byte",
      name: "Refused",
      confirmations: "none, the first check counts",
    },
    async () => {
      await openSection(page, "Certificate");
      await page.getByLabel("Own authority").fill(authority.cert);
      await openSection(page, "Login");
      await page.getByLabel("Log in with").selectOption("PLAIN");
      await page.getByLabel("User name").fill("probe@example.com");
      await page.getByLabel("Password or token", { exact: true }).fill("wrong");
    },
  );
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  const notice = page.getByRole("status").filter({ hasText: "The login as probe@example.com is not tried any more" });
  await expect(notice).toBeVisible({ timeout: WITHIN_MS });

  const tries = () => refusing.received().filter((said) => said.includes("AUTH PLAIN")).length;
  const checks = refusing.received().length;
  await expect.poll(() => refusing.received().length, { timeout: 2 * WITHIN_MS }).toBeGreaterThan(checks + 1);
  expect(tries()).toBe(1);
  await expect(statusOf(page)).toHaveText("Down");
  expect(await page.content()).not.toContain(Buffer.from("\0probe@example.com\0wrong").toString("base64"));

  await refusing.close();
  const welcoming = await play(authOffered(certificate, "PLAIN", hear(/^AUTH PLAIN /), send("235 2.7.0 Welcome\r\n")), { port });
  await notice.getByRole("button", { name: "Try the login again" }).click();
  await expect(page.getByText("The login is tried once more.")).toBeVisible();
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await expect(notice).toBeHidden();
  await welcoming.close();
});
