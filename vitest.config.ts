import { defineConfig } from "vitest/config";

const EXCLUDE = ["**/node_modules/**", ".next/**", ".data/**", "e2e/**"];
/** These wait for other processes most of the time: for a lease to end, for a slot to come. */
const WAITING = { maxWorkers: 6, sequence: { groupOrder: 2 } };
const DATABASE = { globalSetup: ["testing/postgres.ts"], setupFiles: ["testing/setup.ts", "testing/setup-database.ts"] };

/** `x.test.ts` needs nothing, `x.db.test.ts` a database, `x.queue.test.ts` runs once with the queue on PostgreSQL and once on Redis. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2, // most tests wait for something: one after the other they would leave two cores idle
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...EXCLUDE, "**/*.db.test.ts", "**/*.queue.test.ts", "launch/**"],
          setupFiles: ["testing/setup.ts"],
        },
      },
      {
        // After the first ones, of which many hold a deadline against the clock.
        extends: true,
        test: { ...DATABASE, name: "database", include: ["**/*.db.test.ts"], exclude: EXCLUDE, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { ...DATABASE, ...WAITING, name: "queue-postgresql", include: ["**/*.queue.test.ts"], exclude: EXCLUDE },
      },
      {
        extends: true,
        test: {
          ...WAITING,
          name: "queue-redis",
          include: ["**/*.queue.test.ts"],
          exclude: EXCLUDE,
          globalSetup: [...DATABASE.globalSetup, "testing/redis.ts"],
          setupFiles: [...DATABASE.setupFiles, "testing/setup-redis.ts"],
        },
      },
      {
        // These start whole products, so one after the other.
        extends: true,
        test: {
          name: "launch",
          include: ["launch/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
