import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeServerCertificate } from "#testing/server-certificate.ts";
import { startStack } from "./stack.ts";

const LOG_FILE = path.join(import.meta.dirname, "..", "test-results", "npm-start.log");

/** One product for all stories; they find it through the environment. It trusts the authority that signs the real servers' certificates. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-authority-"));
  await chmod(folder, 0o755);
  const certificate = await makeServerCertificate(folder);
  const stack = await startStack({ NODE_EXTRA_CA_CERTS: certificate.caFile });
  process.env.STORY_URL = stack.url;
  process.env.STORY_CHAIN_FILE = certificate.chainFile;

  return async () => {
    await stack.stop();
    await writeFile(LOG_FILE, stack.output());
    await rm(folder, { recursive: true, force: true });
  };
}
