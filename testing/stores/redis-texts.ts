import { Redis } from "ioredis";
import type { StoredText } from "./database-texts.ts";

/** Every key of the Redis of this test file and what it holds; nothing where the queue lies in the database. */
export async function redisTexts(): Promise<StoredText[]> {
  const { REDIS_URL } = process.env;
  if (REDIS_URL === undefined) return [];
  const redis = new Redis(REDIS_URL);
  try {
    const found: StoredText[] = [];
    for (const key of await redis.keys("*")) {
      found.push({ place: "redis, a key", text: key }, { place: `redis ${key}`, text: JSON.stringify(await valueOf(redis, key)) });
    }
    return found;
  } finally {
    redis.disconnect();
  }
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === "string") return redis.get(key);
  if (type === "hash") return redis.hgetall(key);
  if (type === "list") return redis.lrange(key, 0, -1);
  if (type === "set") return redis.smembers(key);
  if (type === "zset") return redis.zrange(key, "0", "-1");
  if (type === "stream") return redis.xrange(key, "-", "+");
  throw new Error(`Nobody looks into a ${type} of Redis: add it here.`);
}
