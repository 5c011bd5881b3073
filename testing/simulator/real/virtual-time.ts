import { syncBuiltinESMExports } from "node:module";
import FakeTimers from "@sinonjs/fake-timers";
import pg from "pg";

/** Time that passes when it is told to, in this process and, for connections made from then on, in the SQL of its database. */
export type VirtualTime = {
  /** What time it truly is, in epoch milliseconds. */
  now(): number;
  /** Lets time pass up to an instant (epoch milliseconds), from one timer to the next; what each sets off is over before it goes on. */
  passUntil(at: number): Promise<void>;
  /** Moves the clock of the database alone by so many milliseconds. */
  stepDatabase(ms: number): void;
  /** Moves the clock of this machine alone: `Date`, not what runs on. */
  stepWall(ms: number): void;
  end(): Promise<void>;
};

type Timers = { timers?: Record<string, { callAt: number }> };

const LONGEST_STEP_MS = 1_000;
/** The loop of events goes round so often without anything under way before it counts as quiet. */
const QUIET_ROUNDS = 4;

/**
 * Starts at an instant. `isBusy` says whether anything is under way outside of this process, that is in the database. In SQL a schema
 * that is searched before PostgreSQL's own has a `now()` and a `clock_timestamp()` that read a table.
 */
export async function startVirtualTime(databaseUrl: string, startAt: number, isBusy: () => boolean): Promise<VirtualTime> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    create schema virtual;
    create table virtual.clock (at timestamptz not null);
    create function virtual.now() returns timestamptz language sql stable as 'select at from virtual.clock';
    create function virtual.clock_timestamp() returns timestamptz language sql stable as 'select at from virtual.clock';
    do $$ begin execute format('alter database %I set search_path = virtual, public, pg_catalog', current_database()); end $$;
  `);
  await client.query("insert into virtual.clock values (to_timestamp($1::float8 / 1000))", [startAt]);
  const realImmediate = setImmediate;
  const clock = FakeTimers.install({
    now: startAt,
    toFake: ["Date", "performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
  syncBuiltinESMExports(); // whoever imports node:timers/promises gets the same time
  let stepMs = 0;
  let wallAheadMs = 0;

  const settle = async () => {
    for (let quiet = 0; quiet < QUIET_ROUNDS; quiet = isBusy() ? 0 : quiet + 1) {
      await new Promise<void>((resolve) => realImmediate(resolve));
    }
  };
  const now = () => Date.now() - wallAheadMs;
  const nextAt = () =>
    Math.min(...Object.values((clock as Timers).timers ?? {}).map(({ callAt }) => callAt - wallAheadMs), Infinity);

  return {
    now,
    async passUntil(at) {
      await settle();
      while (now() < at) {
        const to = Math.min(at, Math.max(nextAt(), now()), now() + LONGEST_STEP_MS);
        await client.query("update virtual.clock set at = to_timestamp($1::float8 / 1000)", [to + stepMs]);
        clock.tick(to - now());
        await settle();
      }
    },
    stepDatabase: (ms) => void (stepMs += ms),
    stepWall(ms) {
      wallAheadMs += ms;
      clock.setSystemTime(Date.now() + ms);
    },
    async end() {
      clock.uninstall();
      syncBuiltinESMExports();
      await client.end();
    },
  };
}
