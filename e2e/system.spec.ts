import { AxeBuilder } from "@axe-core/playwright";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { addMonitor, expectNoReload, markPage, partOf, statusOf } from "./monitor.ts";
import { newPerson, signUp, type Person } from "./person.ts";
import { startStack, type Stack } from "./stack.ts";
import { expect, test } from "./story.ts";

test("on a machine of one's own the owner of a team finds how the product does, and the figures follow by themselves", async ({
  dashboard: page,
}) => {
  test.setTimeout(120_000);
  const server = await play(good);
  await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Steady" });
  await expect(statusOf(page)).toHaveText("Up", { timeout: 15_000 });

  await page.goto("/settings");
  await page.getByRole("main").getByRole("link", { name: "System" }).click();
  await expect(page.getByRole("heading", { name: "System", level: 1 })).toBeVisible();
  await markPage(page);
  const worker = page.getByRole("table", { name: "Workers" }).getByRole("row").nth(1);
  await expect(worker).toContainText("local");
  await expect(worker).toContainText("MiB");
  await expect(partOf(page, "Locations").getByText("1 worker")).toBeVisible();
  await expect(partOf(page, "Leader").getByText(/ahead$/)).toBeVisible();
  await expect(partOf(page, "Storage").getByText("7 days ahead")).toBeVisible();
  await expect(partOf(page, "Versions").getByText("PostgreSQL", { exact: true }).first()).toBeVisible();
  const p99 = page.getByRole("table", { name: "Punctuality" }).getByRole("row").filter({ hasText: "p99" });
  await expect(p99.getByRole("cell").nth(1)).toHaveText(/ m?s$/, { timeout: 60_000 });
  await expectNoReload(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const metrics = await page.request.get("/api/metrics");
  expect(metrics.headers()["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  const text = await metrics.text();
  expect(text).toContain("# TYPE ehlowatch_check_lateness_seconds histogram");
  expect(text).toMatch(/^ehlowatch_checks_total\{location="local",worker="[^"]+",status="up"\} [1-9]/m);
  await server.close();
});

test.describe("where the product serves many", () => {
  const TOKEN = "a token of the scraper";
  const operator = newPerson();
  let stack: Stack;
  let receiver: MailReceiver;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    receiver = await startMailReceiver();
    stack = await startStack({ EMBEDDED: "0", SMTP_URL: receiver.url, OPERATORS: operator.email, METRICS_TOKEN: TOKEN });
  });
  test.afterAll(async () => {
    await stack.stop();
    await receiver.stop();
  });

  /** There is no mailbox to look into: the mail has gone out by SMTP. */
  const confirmByMail = async (page: Parameters<typeof signUp>[0], { email, password }: Person) => {
    await expect.poll(() => receiver.received.some(({ to }) => to.includes(email)), { timeout: 15_000 }).toBe(true);
    const { mail } = receiver.received.find(({ to }) => to.includes(email))!;
    await page.goto(/http\S+\/confirm\?token=\S+/.exec(mail.text!)![0]);
    await page.getByLabel("The password you chose").fill(password);
    await page.getByRole("button", { name: "Confirm and go on" }).click();
    await page.waitForURL("**/monitors");
  };

  test("the operator sees the page and the owner of another team finds nothing there", async ({ browser }) => {
    const page = await browser.newPage({ baseURL: stack.url });
    await signUp(page, operator);
    await confirmByMail(page, operator);
    await page.goto("/settings/system");
    await expect(page.getByRole("heading", { name: "System", level: 1 })).toBeVisible();
    await expect(partOf(page, "Receiver")).toContainText("INBOUND_DOMAIN turns it on");
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^Mail flow/ }).check();
    await page.getByLabel("Begin with").selectOption("Inside out");
    await page.getByRole("button", { name: "Write the script" }).click();
    await expect(page.getByRole("status").filter({ hasText: "No mail is received here yet" })).toContainText("INBOUND_DOMAIN");

    const stranger = await browser.newPage({ baseURL: stack.url });
    const owner = newPerson();
    await signUp(stranger, owner);
    await confirmByMail(stranger, owner);
    await stranger.goto("/settings");
    await expect(stranger.getByRole("heading", { name: "Domains" })).toBeVisible();
    await expect(stranger.getByRole("link", { name: "System" })).toHaveCount(0);
    expect((await stranger.request.get("/settings/system")).status()).toBe(404);
    await stranger.goto("/settings/system");
    await expect(stranger.getByRole("heading", { name: "System" })).toHaveCount(0);
  });

  test("the metrics want the token", async ({ request }) => {
    const ask = (authorization: string) => request.get(`${stack.url}/api/metrics`, { headers: { authorization } });
    const without = await request.get(`${stack.url}/api/metrics`);
    expect([without.status(), without.headers()["www-authenticate"]]).toEqual([401, "Bearer"]);
    for (const wrong of [TOKEN, `Bearer ${TOKEN}s`, "Bearer "]) expect((await ask(wrong)).status(), wrong).toBe(401);
    const shown = await ask(`Bearer ${TOKEN}`);
    expect(shown.status()).toBe(200);
    expect(await shown.text()).toContain("# TYPE ehlowatch_windows gauge");
  });
});
