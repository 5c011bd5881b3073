import type pg from "pg";
import { blocklistTargetSchema } from "#core/blocklist/blocklist-target.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { targetHash } from "#core/schedule/schedule.ts";
import { domainTarget, recordsOf, SERVERS } from "../domain/whole-domain.ts";
import { loopbackHost } from "../loopback-host.ts";
import { LISTS } from "./listed-zones.ts";

/** Beyond the addresses of plain monitors. */
const FIRST_SERVER = 200_000;
const ADDRESSES_EACH = 10;
const DOMAIN_INTERVAL_S = 3_600;
const BLOCKLIST_INTERVAL_S = 900;

const domainName = (index: number) => `d${index}.bench.test`;

/** The records of so many domains, each with five mail servers of its own at two addresses. */
export function domainRecords(domains: number): string[] {
  return Array.from({ length: domains }, (_, index) => {
    const at = (server: number, address: number) => loopbackHost(FIRST_SERVER + (index * SERVERS + server) * 2 + address);
    const servers = Array.from({ length: SERVERS }, (_each, server) => [at(server, 0), at(server, 1)]);
    return recordsOf(domainName(index), servers, null);
  }).flat();
}

const make = (target: Target, intervalS: number, timeLimitS: number) => ({ target, intervalS, timeLimitS });

/** Makes monitors of so many domains at an hour, and of so many addresses on all lists at a quarter of one. */
export async function makeWatched(
  pool: pg.Pool,
  { domains, addresses, port }: { domains: number; addresses: number; port: number },
) {
  const { rows } = await pool.query<{ id: number }>("insert into team (name) values ('Domains') returning id");
  const entriesOf = (index: number) =>
    Array.from({ length: ADDRESSES_EACH }, (_, at) => loopbackHost(index * ADDRESSES_EACH + at).replace(/^127/, "198"));
  const monitors = [
    ...Array.from({ length: domains }, (_, index) => make(domainTarget(domainName(index), port), DOMAIN_INTERVAL_S, 60)),
    ...Array.from({ length: Math.ceil(addresses / ADDRESSES_EACH) }, (_, index) => {
      const entries = entriesOf(index);
      const target = blocklistTargetSchema.parse({
        kind: "blocklist",
        host: entries[0],
        entries,
        lists: LISTS.map(({ id }) => id),
      });
      return make(target, BLOCKLIST_INTERVAL_S, 240);
    }),
  ];
  await pool.query(
    `with made as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       select $1, target->>'host', (target->>'kind')::monitor_kind, target, hash, every, within, 2
       from unnest($2::jsonb[], $3::int[], $4::int[], $5::int[]) t(target, hash, every, within)
       returning id)
     insert into health (monitor_id) select id from made`,
    [
      rows[0]!.id,
      monitors.map(({ target }) => JSON.stringify(target)),
      monitors.map(({ target }) => targetHash(target.host)),
      monitors.map(({ intervalS }) => intervalS),
      monitors.map(({ timeLimitS }) => timeLimitS),
    ],
  );
}
