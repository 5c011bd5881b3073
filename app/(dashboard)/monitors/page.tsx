import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { loadMonitors } from "#app/_data/monitor/load-monitors.ts";
import { CheckDomainBox } from "#components/domain/check-domain-box.tsx";
import { FirstMonitor } from "#components/monitor/first-monitor.tsx";
import { ListKeys } from "#components/monitor/list-keys.tsx";
import { LiveRefresh } from "#components/monitor/live-refresh.tsx";
import { MonitorFilter } from "#components/monitor/monitor-filter.tsx";
import { MonitorList } from "#components/monitor/monitor-list.tsx";
import { Pager } from "#components/monitor/pager.tsx";
import { SelectionBar } from "#components/monitor/selection-bar.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { monitorQueryHref, type SearchParams } from "#core/monitor/monitor-query.ts";
import { checkDomain } from "../domains/check/check-domain.ts";
import { deleteMonitors, setManyPaused, tagMonitors } from "./act-on-many.ts";

export const metadata: Metadata = { title: "Monitors" };

type Props = { searchParams: Promise<SearchParams> };

export default async function MonitorsPage({ searchParams }: Props) {
  const { query, tags, rows, pages, counts, kinds, summary, hasAny, canEdit, now, zone, readAt } = await loadMonitors(
    await searchParams,
  );
  if (!hasAny) {
    return (
      <>
        <PageHeader title="Monitors" description={<LiveRefresh readAt={readAt} />} />
        <FirstMonitor canEdit={canEdit} checkDomain={checkDomain} />
      </>
    );
  }
  const actions = canEdit && (
    <>
      <CheckDomainBox action={checkDomain} />
      <LinkButton href="/monitors/new" variant="primary">
        <Plus aria-hidden />
        New monitor
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title="Monitors" description={<Summary readAt={readAt}>{summary}</Summary>} actions={actions} />
      <MonitorFilter query={query} counts={counts} kinds={kinds} tags={tags} />
      {rows.length === 0 ? (
        <EmptyState title="No monitor fits" action={<LinkButton href="/monitors">Show all</LinkButton>}>
          None of your monitors has this status, this kind, this tag and this text in its name or host.
        </EmptyState>
      ) : (
        <MonitorList rows={rows} now={now} zone={zone} canSelect={canEdit} />
      )}
      <Pager page={query.page} pages={pages} hrefOf={(page) => monitorQueryHref({ ...query, page })} />
      {canEdit && <SelectionBar setPaused={setManyPaused} tag={tagMonitors} remove={deleteMonitors} />}
      <ListKeys />
    </>
  );
}

/** How all of them are, in words, and whether what one sees is the present. */
function Summary({ readAt, children }: { readAt: number; children: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-lg text-text">{children}</span>
      <LiveRefresh readAt={readAt} />
    </span>
  );
}
