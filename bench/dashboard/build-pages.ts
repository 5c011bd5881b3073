import { randomBytes } from "node:crypto";
import path from "node:path";
import { build, isBuildFresh } from "#launch/build.mjs";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** Builds the pages where that has not been done yet. They depend on no setting; what the settings are checked for is made up. */
export async function buildPages(): Promise<void> {
  if (isBuildFresh(ROOT)) return;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: "postgres://build@localhost/build",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SECRETS_KEY: randomBytes(32).toString("base64"),
  };
  await build({ cwd: ROOT, env, signal: new AbortController().signal });
}
