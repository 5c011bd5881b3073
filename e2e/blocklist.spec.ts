import { isLeftOut } from "#testing/is-left-out.ts";
import { startDnsLists, whyNoDnsList, type DnsLists } from "#testing/real/dns-list.ts";
import { look } from "./look.ts";
import { partOf, saveMonitor, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { startStack, type Stack } from "./stack.ts";
import { expect, test } from "./story.ts";

test.skip(isLeftOut(whyNoDnsList()), "there is no rbldnsd");

/** Answers are good for a second. */
const HEAD = ["$TTL 1", "$SOA 1 ns.example hostmaster.example 0 600 300 86400 1"];
const GOOD = [...HEAD, ":127.0.0.2:see https://list.example/?$", "127.0.0.2"];
const KEY = "k3y-of-a-story";
const WITHIN_MS = 40_000;

let served: DnsLists;
let stack: Stack; // of its own: its worker asks no resolver but these lists

test.beforeAll(async () => {
  test.setTimeout(300_000);
  served = await startDnsLists({
    "bl.example": { dataset: "ip4set", lines: GOOD },
    [`${KEY}.keyed.example`]: { dataset: "ip4set", lines: GOOD },
    "world.example": { dataset: "ip4trie", lines: [...GOOD, "0.0.0.0/0"] },
  });
  stack = await startStack({ DNS_SERVERS: served.resolver, SELF_TEST_SERVERS: "off" });
});
test.afterAll(async () => {
  await stack?.stop();
  await served?.remove();
});

test("lists of one's own are added with a key, an address gets listed and is told, and is taken off again", async ({ browser }) => {
  test.setTimeout(150_000);
  const page = await browser.newPage({ baseURL: stack.url });
  await signUpAndConfirm(page, newPerson());

  await test.step("lists of one's own, one with a key", async () => {
    await page.goto("/settings");
    await page.getByRole("link", { name: "Blocklists" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Nowhere");
    await page.getByLabel("Zone").fill("not a zone");
    await page.getByRole("button", { name: "Add list" }).click();
    await expect(page.getByLabel("Zone")).toHaveAccessibleDescription(/Enter a zone such as bl\.example\.org/);
    for (const [name, zone] of [
      ["Ours", "bl.example"],
      ["Keyed", "{key}.keyed.example"],
      ["Everything", "world.example"],
    ] as const) {
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("Zone").fill(zone);
      await page.getByLabel("Weight").selectOption("heavy");
      await page.getByLabel("Link for removal").fill("https://list.example/remove");
      await page.getByRole("button", { name: "Add list" }).click();
      await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
    }
    await expect(partOf(page, "Keys").getByText("No key: it is not asked.").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Key for Keyed" }).fill(KEY);
    await page.keyboard.press("Enter");
    await expect(partOf(page, "Keys").getByText(/A key is kept/)).toBeVisible();
    expect(await page.content()).not.toContain(KEY);
    await look(page, "the settings of blocklists");
  });

  await test.step("the form says which lists there are, and a trial asks them", async () => {
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^Blocklists/ }).check();
    await page.getByRole("textbox", { name: "Addresses and domains" }).fill("192.0.2.0/31, 192.0.2.2\nnot an entry!");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText("“not” is neither an IP address, nor a range, nor a domain.").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Addresses and domains" }).fill("192.0.2.0/31, 192.0.2.2");
    await page.getByText("tick none to ask all that answer").click();
    for (const name of ["Ours", "Keyed", "Everything"]) await page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
    await look(page, "the form of a blocklist monitor");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText("None of it is on a list that many servers refuse or count mail by.")).toBeVisible({
      timeout: WITHIN_MS,
    });
    await page.getByLabel("Confirmations").selectOption("0");
    await saveMonitor(page);
  });

  const listings = partOf(page, "Listings");
  const row = (entry: string, list: string) => listings.getByRole("listitem").filter({ hasText: entry }).filter({ hasText: list });
  /** Checks now, again where that was too soon, until it is so. */
  const checkUntil = (status: string) =>
    expect(async () => {
      await page.getByRole("button", { name: "Check now" }).click();
      await expect(statusOf(page)).toHaveText(status, { timeout: 6_000 });
    }).toPass({ timeout: WITHIN_MS });

  await test.step("what is not listed, and what is not believed", async () => {
    await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
    await expect(listings.getByText("3 entries on 3 lists: 0 listed, 6 not listed, 3 unknown.")).toBeVisible();
    await expect(row("192.0.2.1", "Keyed").getByText("Not listed")).toBeVisible();
    await expect(row("192.0.2.1", "Everything").getByText(/it lists everything, and is not believed/)).toBeVisible();
  });

  await test.step("a listing is down, with what the list says and where one asks for removal", async () => {
    await served.replace("bl.example", [...GOOD, "192.0.2.1"]);
    await checkUntil("Down");
    await expect(page.getByText("On a blocklist").first()).toBeVisible();
    const listed = row("192.0.2.1", "Ours");
    await expect(listed.getByText("Listed", { exact: true })).toBeVisible();
    await expect(listed.getByRole("link", { name: "https://list.example/?192.0.2.1" })).toBeVisible();
    await expect(listed.getByRole("link", { name: "Ask Ours for removal" })).toHaveAttribute("href", "https://list.example/remove");
    await look(page, "the page of a blocklist monitor");
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, "the page of a blocklist monitor on a phone");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("off the list again", async () => {
    await served.replace("bl.example", GOOD);
    await checkUntil("Up");
    const changes = partOf(page, "Onto lists and off them").getByRole("listitem");
    await expect(changes).toHaveText([/192\.0\.2\.1 is off Ours/, /192\.0\.2\.1 came onto Ours \(127\.0\.0\.2\)/]);
  });
});
