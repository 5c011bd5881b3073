import { chmod, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#launch/free-port.mjs";
import { makeServerCertificate } from "#testing/server-certificate.ts";
import { phoneSettings } from "./phone-company.ts";
import { startStack, type Stack } from "./stack.ts";

/** What the product logged is kept here, beside what Playwright keeps of a failure. */
const LOGS = path.join(import.meta.dirname, "..", "test-results", "product");

/** One product for all stories; they find it through the environment. It trusts the authority that signs the real servers' certificates. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-authority-"));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o755); // Postfix and the product may run as somebody else
    const certificate = await makeServerCertificate(folder);
    const phonePort = await freePort(); // where a story about SMS and calls plays Twilio
    const inboundPort = await freePort(); // where a story has a server of its own send mail
    const stack = await startStack({
      NODE_EXTRA_CA_CERTS: certificate.caFile,
      INBOUND_DOMAIN: "in.localhost",
      RDAP_BOOTSTRAP: "off",
      INBOUND_PORT: String(inboundPort),
      ...phoneSettings(phonePort),
    });
    process.env.STORY_URL = stack.url;
    process.env.STORY_PHONE_PORT = String(phonePort);
    process.env.STORY_INBOUND_PORT = String(inboundPort);
    process.env.STORY_DATA_FOLDER = stack.dataFolder;
    process.env.STORY_CHAIN_FILE = certificate.chainFile;
    return async () => {
      await keepLogs(stack);
      await stack.stop();
      await clear();
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

async function keepLogs(stack: Stack): Promise<void> {
  await cp(path.join(stack.dataFolder, "logs"), LOGS, { recursive: true });
  await writeFile(path.join(LOGS, "npm-start.log"), stack.output());
}
