import type { PoolClient } from "pg";
import { NOTHING_SEEN, type SeenMemory } from "#core/change/notice-changes.ts";
import type { SeenFacts } from "#core/change/seen.ts";
import type { Facts } from "#core/check/result.ts";
import type { HealthRow } from "../health/health-row.ts";
import { jsonb } from "../jsonb.ts";
import type { FinishedCheck } from "../result/finished-check.ts";

/** What is remembered of a server after a check. */
export type SeenRow = { row: HealthRow; check: FinishedCheck; memory: SeenMemory };

const MOST_LISTED = 100;

/**
 * What is remembered of the servers of these monitors, whose health is locked. After an edit nothing is compared with what was before
 * it; a certificate that was told of is not told of again.
 */
export async function loadSeen(client: PoolClient, monitors: readonly HealthRow[]): Promise<Map<number, SeenMemory>> {
  const { rows } = await client.query<{ monitorId: number; revision: number; memory: SeenMemory }>({
    name: "load-seen",
    text: `select monitor_id as "monitorId", revision, memory from seen where monitor_id = any($1::int[])`,
    values: [monitors.map(({ monitorId }) => monitorId)],
  });
  const found = new Map(rows.map((each) => [each.monitorId, each]));
  return new Map(monitors.map(({ monitorId, revision }) => [monitorId, memoryOf(found.get(monitorId), revision)]));
}

function memoryOf(seen: { revision: number; memory: SeenMemory } | undefined, revision: number): SeenMemory {
  if (seen === undefined) return NOTHING_SEEN;
  return seen.revision === revision ? seen.memory : { ...NOTHING_SEEN, warned: seen.memory.warned };
}

/** Writes what is remembered from now on. */
export async function writeSeen(client: PoolClient, rows: readonly SeenRow[]): Promise<void> {
  await client.query({
    name: "write-seen",
    text: `insert into seen (monitor_id, revision, at, facts, memory, certificate_ends_at)
      select * from unnest($1::int[], $2::int[], $3::timestamptz[], $4::jsonb[], $5::jsonb[], $6::timestamptz[])
      on conflict (monitor_id) do update
        set revision = excluded.revision, at = excluded.at, facts = excluded.facts, memory = excluded.memory,
          certificate_ends_at = excluded.certificate_ends_at`,
    values: [
      rows.map(({ row }) => row.monitorId),
      rows.map(({ row }) => row.revision),
      rows.map(({ check }) => new Date(check.result.startedAt).toISOString()),
      rows.map(({ check }) => jsonb(seenFacts(check.result.facts))),
      rows.map(({ memory }) => jsonb(memory)),
      rows.map(({ memory }) => certificateEnd(memory)),
    ],
  });
}

/** The facts a page shows, bounded. */
function seenFacts({ addresses, address, banner, capabilities, tls, certificate, domain }: Facts): SeenFacts {
  return {
    addresses: addresses.slice(0, MOST_LISTED),
    address,
    banner,
    capabilities: capabilities.slice(0, MOST_LISTED),
    tls,
    certificate: certificate && { ...certificate, names: certificate.names.slice(0, MOST_LISTED) },
    ...(domain?.sts && { sts: domain.sts }),
  };
}

function certificateEnd({ parts }: SeenMemory): string | null {
  const value = parts.certificate?.value;
  const end = typeof value === "object" && "notAfter" in value ? Date.parse(value.notAfter) : Number.NaN;
  return Number.isNaN(end) ? null : new Date(end).toISOString();
}
