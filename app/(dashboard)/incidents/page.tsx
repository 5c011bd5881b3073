import type { Metadata } from "next";
import { loadIncidents } from "#app/_data/incident/load-incidents.ts";
import { IncidentFilter } from "#components/incident/incident-filter.tsx";
import { IncidentList } from "#components/incident/incident-list.tsx";
import { ListKeys } from "#components/monitor/list-keys.tsx";
import { LiveRefresh } from "#components/monitor/live-refresh.tsx";
import { Pager } from "#components/monitor/pager.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { incidentQueryHref } from "#core/incident/incident-query.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";

export const metadata: Metadata = { title: "Incidents" };

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { query, incidents, total, open, monitors, pages, zone, readAt } = await loadIncidents(await searchParams);
  const summary = (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-lg text-text">{open === 0 ? "Nothing is open" : `${open} open`}</span>
      <LiveRefresh readAt={readAt} />
    </span>
  );
  if (monitors.length === 0) {
    return (
      <>
        <PageHeader title="Incidents" description={summary} />
        <EmptyState title="No incidents yet">
          An incident opens when a monitor is confirmed down, and ends when it is back.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Incidents" description={summary} />
      <IncidentFilter query={query} open={open} total={total} monitors={monitors} />
      {incidents.length === 0 ? <NoneFits isOpen={query.isOpen} /> : <IncidentList incidents={incidents} zone={zone} />}
      <Pager page={query.page} pages={pages} hrefOf={(page) => incidentQueryHref({ ...query, page })} />
      <ListKeys />
    </>
  );
}

function NoneFits({ isOpen }: { isOpen: boolean }) {
  const showAll = <LinkButton href="/incidents">Show all</LinkButton>;
  return (
    <EmptyState title={isOpen ? "No open incident" : "No incident fits"} action={showAll}>
      {isOpen ? "Everything that was reported here is over." : "This monitor has had no incident, or it is gone."}
    </EmptyState>
  );
}
