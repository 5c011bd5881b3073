import { isLeftOut } from "#testing/is-left-out.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "#testing/real/postfix-dovecot.ts";
import { fillMonitorForm, partOf, saveMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 40_000;

test.skip(isLeftOut(whyNoPostfixDovecot()), "there is no Postfix with Dovecot");

test("inside out: a real Postfix sends to the address of a monitor, whose next check tells of what came too late", async ({
  watcher: page,
}) => {
  test.setTimeout(150_000);
  const chain = await startPostfixDovecot({
    routes: { "in.localhost": { address: "127.0.0.1", port: Number(process.env.STORY_INBOUND_PORT) } },
  });
  const { username, password, address } = chain.users[0]!;
  const text = page.getByRole("textbox", { name: "Script as text" });

  await test.step("the ready-made script says which address it stands for", async () => {
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^Mail flow/ }).check();
    await page.getByLabel("Begin with").selectOption("Inside out");
    await page.getByLabel("Server that sends mail").fill(chain.address);
    await page.getByLabel("Address it is sent from").fill(address);
    await page.getByRole("button", { name: "Write the script" }).click();
    await expect(page.getByText("will be an address of this monitor’s own at in.localhost")).toBeVisible();
  });

  await test.step("what its server holds back is lost", async () => {
    await page.getByRole("button", { name: "Text", exact: true }).click();
    const written = await text.inputValue();
    await text.fill(
      written
        .replace("port: 587, ", `port: ${chain.ports.submission}, trust: { ca: ${JSON.stringify(chain.root)} }, `)
        .replace(`username: ${address}`, `username: ${username}`)
        .replace("limit: 60s", "limit: 3s"),
    );
    await expect(page.getByText("Nothing is wrong with the script.")).toBeVisible();
    await page.getByLabel("Password “submission”").fill(password);
    await fillMonitorForm(page, { name: "Inside out", confirmations: "none, the first check counts" });
    await chain.hold();
    await saveMonitor(page);
    await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
    await expect(partOf(page, "Latest checks")).toContainText("Message did not arrive");
  });

  const inbound = partOf(page, "Inbound address");
  await test.step("its address can be copied", async () => {
    await expect(inbound.getByText(/^[a-z0-9]{19}@in\.localhost$/)).toBeVisible();
    await inbound.getByRole("button", { name: "Copy address" }).click();
    await expect(page.getByText(/^Copied$|does not let the page copy/)).toBeVisible();
  });

  await test.step("once it is released the next run is green, and tells of the one that came too late", async () => {
    const own = await inbound.locator("code").first().textContent();
    await chain.release();
    await expect(statusOf(page)).toHaveText("Up", { timeout: 70_000 });
    await expect(page.getByText(`A message of an earlier run was found in ${own}`)).toBeVisible();
    await expect(page.getByText("in.localhost").first()).toBeVisible();
  });
  await chain.remove();
});
