import type { Metadata } from "next";
import { loadIncidents } from "#app/_data/incident/load-incidents.ts";
import { IncidentList } from "#components/incident/incident-list.tsx";
import { ListKeys } from "#components/monitor/list-keys.tsx";
import { LiveRefresh } from "#components/monitor/live-refresh.tsx";
import { Pager } from "#components/monitor/pager.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { SearchParams } from "#core/monitor-query.ts";

export const metadata: Metadata = { title: "Incidents" };

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { incidents, open, page, pages, zone, readAt } = await loadIncidents(await searchParams);
  const summary = (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-lg text-text">{open === 0 ? "Nothing is down" : `${open} open`}</span>
      <LiveRefresh readAt={readAt} />
    </span>
  );
  return (
    <>
      <PageHeader title="Incidents" description={summary} />
      {incidents.length === 0 ? (
        <EmptyState title="No incidents yet">
          An incident opens when a monitor is confirmed down, and ends when it is back.
        </EmptyState>
      ) : (
        <IncidentList incidents={incidents} zone={zone} />
      )}
      <Pager page={page} pages={pages} hrefOf={(each) => `/incidents?page=${each}`} />
      <ListKeys />
    </>
  );
}
