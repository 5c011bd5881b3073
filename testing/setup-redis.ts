import { Redis } from "ioredis";
import { beforeEach, inject } from "vitest";

// A Redis database for this test file alone; without a Redis every test of it is skipped.
const server = inject("redisUrl");

if (server) {
  const redis = new Redis(server);
  const number = await redis.incr("databases");
  await redis.quit();
  process.env.REDIS_URL = `${server}/${number}`;
} else {
  beforeEach(({ skip }) => skip("no redis-server on this machine"));
}
