import { X509Certificate } from "node:crypto";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { starttlsDistrusted } from "#testing/server/dialogues/starttls-distrusted.ts";
import { starttlsGood } from "#testing/server/dialogues/starttls-good.ts";
import { play } from "#testing/server/play.ts";
import { addMonitor, openSection, partOf, statusOf } from "./monitor.ts";
import { expect, test } from "./story.ts";

const WITHIN_MS = 25_000;
const FIRST = "none, the first check counts";

test("an exception lets one thing be wrong with a certificate, and the rest still counts", async ({ watcher: page }) => {
  test.setTimeout(120_000);
  const selfSigned = await play(starttlsDistrusted(makeCertificate({ names: ["127.0.0.1"] })));
  const { port } = selfSigned;
  const path = await addMonitor(
    page,
    { host: "127.0.0.1", port, tls: "STARTTLS required", name: "Self-signed", confirmations: FIRST },
    async () => {
      await openSection(page, "Certificate");
      await page.getByLabel("May be wrong with it").selectOption("name");
    },
  );
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS }); // that is not what is wrong with it
  await selfSigned.close();

  const accepted = await play(starttlsGood(makeCertificate({ names: ["127.0.0.1"] })), { port });
  await page.goto(`${path}/edit`);
  await page.getByLabel("May be wrong with it").selectOption("untrusted");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await accepted.close();

  const expired = await play(starttlsDistrusted(makeCertificate({ names: ["127.0.0.1"], fromDay: -9, toDay: -3 })), { port });
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  await expect(partOf(page, "Latest checks")).toContainText("Certificate expired");
  await expired.close();
});

test("an authority of one's own makes a certificate right, and its strength and chain are shown", async ({ watcher: page }) => {
  const authority = makeAuthority({ subject: "Our own authority" });
  const certificate = makeCertificate({ names: ["127.0.0.1", "mx.example"], issuer: authority, toDay: 20, key: "rsa:2048" });
  const server = await play(starttlsGood(certificate));
  await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, tls: "STARTTLS required", name: "Own authority", confirmations: FIRST },
    async () => {
      await openSection(page, "Certificate");
      await page.getByLabel("Own authority").fill(authority.cert);
    },
  );
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  const shown = page.getByRole("region", { name: "Certificate" });
  await expect(shown).toContainText("19 days left");
  await expect(shown).toContainText("CN=Our own authority");
  await expect(shown).toContainText("RSA 2048 bits");
  await expect(shown).toContainText(/sha256/i);
  await expect(shown).toContainText("127.0.0.1, mx.example");
  await expect(shown).toContainText("none: it came alone");
  await page.goto("/monitors");
  await expect(page.getByRole("listitem").filter({ hasText: "Own authority" })).toContainText("19 days");
  await server.close();
});

test("a pinned certificate is right, and any other is down", async ({ watcher: page }) => {
  const pinned = makeCertificate({ names: ["127.0.0.1"] });
  const server = await play(starttlsGood(pinned));
  const { port } = server;
  await addMonitor(page, { host: "127.0.0.1", port, tls: "STARTTLS required", name: "Pinned", confirmations: FIRST }, async () => {
    await openSection(page, "Certificate");
    await page.getByLabel("Pinned fingerprint").fill(new X509Certificate(pinned.cert).fingerprint256);
  });
  await expect(statusOf(page)).toHaveText("Up", { timeout: WITHIN_MS });
  await server.close();
  const other = await play(starttlsDistrusted(makeCertificate({ names: ["127.0.0.1"] })), { port });
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  await expect(partOf(page, "Latest checks")).toContainText(/pinned/i);
  await other.close();
});

test("a certificate that ends sooner than wanted is degraded, with its days", async ({ watcher: page }) => {
  const authority = makeAuthority();
  const server = await play(starttlsGood(makeCertificate({ names: ["127.0.0.1"], issuer: authority, toDay: 20 })));
  await addMonitor(
    page,
    { host: "127.0.0.1", port: server.port, tls: "STARTTLS required", name: "Ends soon", confirmations: FIRST },
    async () => {
      await openSection(page, "Certificate");
      await page.getByLabel("Own authority").fill(authority.cert);
      await page.getByLabel("Tell this many days before it ends").fill("30");
    },
  );
  await expect(statusOf(page)).toHaveText("Degraded", { timeout: WITHIN_MS });
  await server.close();
});

test("a certificate nobody vouches for is down, and the diagnosis says what to try", async ({ watcher: page }) => {
  const server = await play(starttlsDistrusted(makeCertificate({ names: ["127.0.0.1"] })));
  await addMonitor(page, { host: "127.0.0.1", port: server.port, tls: "STARTTLS required", name: "Bare", confirmations: FIRST });
  await expect(statusOf(page)).toHaveText("Down", { timeout: WITHIN_MS });
  await page.getByRole("link", { name: "Transcript of the failed check" }).click();
  await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText("openssl s_client");
  const lines = page.getByRole("region", { name: "Transcript", exact: true }).getByRole("listitem");
  await expect(lines.filter({ hasText: "TLSv1.3" }).first()).toBeVisible();
  await server.close();
});
