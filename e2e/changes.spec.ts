import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import type { Certificate } from "#testing/certificates.ts";
import { play } from "#testing/server/play.ts";
import { expect as hear, send, startTls, type Dialogue } from "#testing/server/steps.ts";
import { openMail } from "./mailbox.ts";
import { addMonitor, openSection, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 40_000;

const speaking = (banner: string, certificate: Certificate, ...capabilities: string[]): Dialogue => [
  send(`220 ${banner}\r\n`),
  hear(/^EHLO /),
  send("250-mx.example\r\n250 STARTTLS\r\n"),
  hear(/^STARTTLS$/),
  send("220 go ahead\r\n"),
  startTls(certificate),
  hear(/^EHLO /),
  send(["mx.example", ...capabilities].map((text, at, all) => `250${at === all.length - 1 ? " " : "-"}${text}\r\n`).join("")),
  hear(/^QUIT$/),
  send("221 bye\r\n"),
];

test("a server that changes while it works is noticed: the list says what was and what is, and who wants it is told", async ({
  page,
  person,
}) => {
  test.setTimeout(120_000);
  const authority = makeAuthority();
  const make = () => makeCertificate({ names: ["127.0.0.1"], issuer: authority });
  const before = await play(speaking("mx.example ESMTP Postfix", make(), "SIZE 1000", "DSN"));
  const { port } = before;
  await addMonitor(page, { host: "127.0.0.1", port, tls: "STARTTLS if offered", name: "Changing" }, async () => {
    await openSection(page, "Certificate");
    await page.getByLabel("Own authority").fill(authority.cert);
    await openSection(page, "Alarms");
    await page.getByLabel("Software").check();
  });
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await expect(page.getByText("None yet.")).toBeVisible();

  await before.close();
  const after = await play(speaking("mx.example ESMTP Exim 4.98", make(), "SIZE 1000", "SMTPUTF8"), { port });
  const changes = page.getByRole("list", { name: "Changes noticed" }).getByRole("listitem");
  const software = changes.filter({ hasText: "Software of 127.0.0.1 is Exim 4.98 now" });
  await expect(software).toBeVisible({ timeout: WITHIN_MS });
  await expect(software).toContainText("Postfix");
  await expect(changes.filter({ hasText: "Certificate of 127.0.0.1 was replaced" })).toBeVisible();
  await expect(changes.filter({ hasText: "SMTPUTF8 is new, DSN is gone" })).toBeVisible();
  await expect(statusOf(page)).toHaveText("Up");

  await openMail(page, person.email, /Software of 127\.0\.0\.1 is Exim 4\.98 now/);
  await after.close();
});
