import { randomBytes } from "node:crypto";
import { startOwnPostgres, type OwnPostgres } from "#testing/own-postgres.ts";
import { startOwnRedis, whyNoRedis, type OwnRedis } from "./own-redis.ts";

/** The database and the Redis that rows do things to; null where there is no redis-server. Nobody else uses them. */
export type Ground = { postgres: OwnPostgres; redis: OwnRedis | null; remove(): Promise<void> };

/**
 * Starts them, and makes the database the one of this process and of all it starts. The environment is read once, so whatever reads it
 * is imported after this.
 */
export async function startGround(): Promise<Ground> {
  const postgres = await startOwnPostgres();
  const redis = whyNoRedis() === null ? await startOwnRedis() : null;
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SECRETS_KEY: randomBytes(32).toString("base64"),
    EMBEDDED: "1",
    SELF_TEST_SERVERS: "off",
  });
  delete process.env.REDIS_URL;
  return {
    postgres,
    redis,
    remove: async () => {
      await redis?.remove();
      await postgres.remove();
    },
  };
}
