import { defineConfig } from "vitest/config";
import { LongestFirst } from "./testing/longest-first.ts";

const EXCLUDE = ["**/node_modules/**", ".next/**", ".data/**", "e2e/**"];
const DATABASE = {
  globalSetup: ["testing/postgres.ts"],
  setupFiles: ["testing/setup.ts", "testing/setup-database.ts"],
  // Prisma's compiler of queries is WebAssembly: to optimise it takes longer than what it does for one file. Workers that tests start do optimise it.
  execArgv: ["--liftoff-only"],
};

/** Core is pure, so its tests cannot meet: they share a process, which takes longer to start than most of them to run. */
const PURE = ["core/**/*.test.{ts,tsx}"];
/** They keep both cores busy. */
const BUSY = { maxWorkers: 2, sequence: { groupOrder: 1 } };
/** Those with a database that wait most of the time, beside which a core idled. */
const WAITING_FILES = [
  "worker/database-restart.db.test.ts",
  "worker/deliver-by-postfix.db.test.ts",
  "worker/fair-shares.db.test.ts",
  "worker/leader.db.test.ts",
  "worker/order-relays.db.test.ts",
];
/** These wait for other processes: for a lease to end, for a slot to come. */
const WAITING = {
  ...DATABASE,
  maxWorkers: 8,
  sequence: { groupOrder: 2 },
  globalSetup: [...DATABASE.globalSetup, "testing/bundle-worker.ts"],
  setupFiles: [...DATABASE.setupFiles, "testing/setup-worker.ts"],
};

/** `x.test.ts` needs nothing, `x.db.test.ts` a database, `x.queue.test.ts` runs once with the queue on PostgreSQL and once on Redis. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Many hold a deadline against the clock, so nothing that wants a core for long runs beside them.
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...EXCLUDE, ...PURE, "**/*.db.test.ts", "**/*.queue.test.ts", "launch/**"],
          setupFiles: ["testing/setup.ts"],
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        test: { name: "pure", include: PURE, setupFiles: ["testing/setup.ts"], isolate: false, ...BUSY },
      },
      {
        extends: true,
        test: { ...DATABASE, name: "database", include: ["**/*.db.test.ts"], exclude: [...EXCLUDE, ...WAITING_FILES], ...BUSY },
      },
      {
        extends: true,
        test: { ...WAITING, name: "database-waiting", include: WAITING_FILES },
      },
      {
        extends: true,
        test: { ...WAITING, name: "queue-postgresql", include: ["**/*.queue.test.ts"], exclude: EXCLUDE },
      },
      {
        extends: true,
        test: {
          ...WAITING,
          name: "queue-redis",
          include: ["**/*.queue.test.ts"],
          exclude: EXCLUDE,
          globalSetup: [...WAITING.globalSetup, "testing/redis.ts"],
          setupFiles: [...WAITING.setupFiles, "testing/setup-redis.ts"],
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
