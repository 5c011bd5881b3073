import type { ListingState } from "#core/blocklist/listing-state.ts";
import { jsonb } from "../jsonb.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Keeps what a check heard, and writes down what came onto a list or off it. What was asked before what is known already is no news. Of a monitor that
 * is gone nothing is kept. Returns how many came onto a list or off it.
 */
export async function keepListings(monitorId: number, states: readonly ListingState[]): Promise<number> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query("select from monitor where id = $1 for no key update", [monitorId]); // two checks come one after the other
    if (rowCount === 0) return 0;
    const changes = await client.query(
      `with heard as (${HEARD}),
       kept as (
         insert into listing (monitor_id, entry, list, state, why, detail, listed_since, codes, says, text, weight, answered_at, asked_at, due_at)
         select $1, * from heard
         on conflict (monitor_id, entry, list) do update set
           state = excluded.state, why = excluded.why, detail = excluded.detail, listed_since = excluded.listed_since,
           delisted_at = case
             when excluded.listed_since is not null then null
             when listing.listed_since is not null then excluded.asked_at
             else listing.delisted_at end,
           codes = excluded.codes, says = excluded.says, text = excluded.text, weight = excluded.weight,
           answered_at = excluded.answered_at, asked_at = excluded.asked_at, due_at = excluded.due_at
         where listing.asked_at < excluded.asked_at
         returning entry, list
       )
       insert into listing_change (monitor_id, entry, list, is_listed, at, codes, text)
       select $1, heard.entry, heard.list, heard.listed_since is not null, heard.asked_at,
         case when heard.listed_since is null then coalesce(before.codes, '{}') else heard.codes end, coalesce(heard.text, before.text)
       from heard join kept using (entry, list)
       left join listing before on before.monitor_id = $1 and before.entry = heard.entry and before.list = heard.list
       where (before.listed_since is not null) <> (heard.listed_since is not null)`,
      [monitorId, jsonb(states)],
    );
    return changes.rowCount ?? 0;
  });
}

const HEARD = `select entry, list, state, why, detail, ${instant("listedSince")} as listed_since,
  array(select jsonb_array_elements_text(codes)) as codes, array(select jsonb_array_elements_text(says)) as says, text, weight,
  ${instant("answeredAt")} as answered_at, ${instant("askedAt")} as asked_at, ${instant("dueAt")} as due_at
  from jsonb_to_recordset($2::jsonb) as x(entry text, list text, state text, why text, detail text, "listedSince" float8, codes jsonb, says jsonb,
    text text, weight text, "answeredAt" float8, "askedAt" float8, "dueAt" float8)`;

function instant(field: string): string {
  return `to_timestamp("${field}" / 1000)`;
}
