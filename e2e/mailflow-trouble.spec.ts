import { isLeftOut } from "#testing/is-left-out.ts";
import type { MailChain } from "#testing/real/mail-chain.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "#testing/real/postfix-dovecot.ts";
import { fillMonitorForm, partOf, saveMonitor, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 40_000;
/** A message that takes longer than this is late, */
const LATE_MS = 3_000;
/** and after this it is lost. */
const LOST_MS = 12_000;

test.skip(isLeftOut(whyNoPostfixDovecot()), "there is no Postfix with Dovecot");

/** Mail in without a login, as a stranger's server brings it, and read by IMAP. */
const roundTrip = ({ address, ports, root, users }: MailChain) => `version: 1
deadline: 40s
servers:
  out: { protocol: smtp, host: ${address}, port: ${ports.smtp}, tls: starttls-required, trust: { ca: ${JSON.stringify(root)} } }
  box: { protocol: imap, host: ${address}, port: ${ports.imaps}, tls: implicit, trust: { ca: ${JSON.stringify(root)} } }
steps:
  - { smtp: connect, server: out }
  - { smtp: ehlo }
  - { smtp: starttls }
  - { smtp: mail, from: ${users[0]!.address} }
  - { smtp: rcpt, to: ${users[0]!.address} }
  - { smtp: data }
  - { smtp: quit }
  - { imap: connect, server: box }
  - { imap: login, username: ${users[0]!.username}, secret: mailbox }
  - { imap: search, folders: [INBOX, Junk], limit: ${LOST_MS}ms }
  - { imap: fetch }
  - { expect: message, delay: ${LATE_MS}ms }
always:
  - { imap: delete }
  - { imap: expunge }
  - { imap: logout }
`;

test("what goes wrong on the way of a message is told by its step: lost, no mailbox, junk, late, full, a wrong password", async ({
  watcher: page,
}) => {
  test.setTimeout(240_000);
  const chain = await startPostfixDovecot();
  const [{ username, password }] = chain.users as [MailChain["users"][number]];
  const trial = page.getByRole("region", { name: "Try it" });
  const failed = page.locator("li[data-outcome=failed]");
  const tryIt = () => page.getByRole("button", { name: "Try it" }).click();
  const type = (secret: string) => page.getByLabel("Password “mailbox”").fill(secret);
  const begin = async () => {
    await page.goto("/monitors/new");
    await page.getByRole("radio", { name: /^Mail flow/ }).check();
    await page.getByRole("button", { name: "Begin with an empty script" }).click();
    await page.getByRole("button", { name: "Text", exact: true }).click();
    await page.getByRole("textbox", { name: "Script as text" }).fill(roundTrip(chain));
    await type(password);
  };
  let path: string;

  await test.step("a queue that is held loses the message", async () => {
    await chain.hold();
    await begin();
    await fillMonitorForm(page, { name: "There and back", confirmations: "none, the first check counts" });
    path = await saveMonitor(page);
    await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
    await expect(partOf(page, "Latest checks")).toContainText("Message did not arrive");
    await chain.release();
  });

  await test.step("one that is held for a while makes it late, with the number", async () => {
    await begin();
    await chain.hold();
    await tryIt();
    await expect(trial).toContainText("250 2.0.0 Ok: queued as", { timeout: WITHIN_MS });
    const heldAt = Date.now();
    await expect(page.locator("li[data-mark=done]")).not.toHaveCount(0);
    await expect(page.locator("li[data-mark=running]")).toHaveCount(1);
    await page.getByRole("button", { name: "Cards", exact: true }).click();
    await expect(page.locator("li[data-outcome=running]")).toContainText("imap: search");
    await expect(page.locator("li[data-outcome=done]").filter({ hasText: "smtp: data" })).toHaveCount(1);
    await page.waitForTimeout(heldAt + LATE_MS + 500 - Date.now());
    await chain.release();
    await expect(trial).toContainText("Message arrived late", { timeout: WITHIN_MS });
    await expect(trial).toContainText(/It took [4-9]\.\d s/);
    await expect(page.locator("li[data-outcome=degraded]")).toContainText("expect: message");
    await expect(trial.locator("[data-failed=true]")).toContainText("Message arrived late");
  });

  await test.step("the folder for junk is no place for it", async () => {
    await chain.sortAsJunk(username, true);
    await tryIt();
    await expect(trial).toContainText("Message went to junk", { timeout: WITHIN_MS });
    await chain.sortAsJunk(username, false);
  });

  await test.step("without a server of mailboxes the step by IMAP fails, and none before it", async () => {
    await chain.stopMailboxes();
    await tryIt();
    await expect(trial).toContainText("Connection refused", { timeout: WITHIN_MS });
    await page.getByRole("button", { name: "Cards", exact: true }).click();
    await expect(failed).toContainText("imap: connect");
    await chain.startMailboxes();
  });

  await test.step("a mailbox without room refuses in its own words", async () => {
    await chain.fill(username, true);
    await tryIt();
    await expect(trial).toContainText("452 4.2.2", { timeout: WITHIN_MS });
    await expect(failed).toContainText("smtp: rcpt");
    await chain.fill(username, false);
  });

  await test.step("a wrong password fails at the login", async () => {
    await type("wrong");
    await tryIt();
    await expect(failed).toContainText("imap: login", { timeout: WITHIN_MS });
    await expect(trial).toContainText("AUTHENTICATIONFAILED");
  });

  await test.step("the next run of the monitor finds its message, and the one that was lost", async () => {
    await page.goto(path);
    await expect(statusOf(page)).toHaveText("Up", { timeout: 70_000 });
    await expect(page.getByText(/A message of an earlier run was found in INBOX, .* after it was sent/)).toBeVisible();
  });
  await chain.remove();
});
