import type { Metadata } from "next";
import Link from "next/link";
import { loadMonitor } from "#app/_data/monitor/load-monitor.ts";
import { requireMonitor } from "#app/_data/monitor/require-monitor.ts";
import { ListingSections } from "#components/blocklist/listing-sections.tsx";
import { RoadWarnings } from "#components/channel/road-warning.tsx";
import { DayBars } from "#components/chart/day-bars.tsx";
import { LatencyChart } from "#components/chart/latency-chart.tsx";
import { LatestDomain } from "#components/domain/latest-domain.tsx";
import { IncidentList } from "#components/incident/incident-list.tsx";
import { DeliveryCharts } from "#components/mailflow/delivery-charts.tsx";
import { FlowPanel } from "#components/mailflow/flow-panel.tsx";
import { InboundAddress } from "#components/mailflow/inbound-address.tsx";
import { MaintenanceNotice } from "#components/maintenance/maintenance-notice.tsx";
import { AddressPanel } from "#components/monitor/address-panel.tsx";
import { ChangeList } from "#components/monitor/change-list.tsx";
import { CheckChoice } from "#components/monitor/check-choice.tsx";
import { CheckList } from "#components/monitor/check-list.tsx";
import { FactsPanel } from "#components/monitor/facts-panel.tsx";
import { MonitorActions } from "#components/monitor/monitor-actions.tsx";
import { MonitorHeader } from "#components/monitor/monitor-header.tsx";
import { Notices } from "#components/monitor/notices.tsx";
import { Telling } from "#components/monitor/telling.tsx";
import { TransitionList } from "#components/monitor/transition-list.tsx";
import { Trouble } from "#components/monitor/trouble.tsx";
import { UptimeDays } from "#components/monitor/uptime-days.tsx";
import { UptimePanel } from "#components/monitor/uptime-panel.tsx";
import { Section } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { incidentBands } from "#core/incident/incident-bands.ts";
import { incidentQueryHref } from "#core/incident/incident-query.ts";
import { monitorHref } from "#core/monitor/monitor-href.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { slowMsOf } from "#core/monitor/threshold.ts";
import { deleteMonitor, requestCheck, setPaused, tryLoginAgain } from "./act.ts";

type Props = { params: Promise<{ monitorId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { monitor } = await requireMonitor((await params).monitorId);
  return { title: monitor.name };
}

export default async function MonitorPage({ params, searchParams }: Props) {
  const page = await loadMonitor((await params).monitorId, await searchParams);
  const { monitor, zone, now, latency, incidents, onlyContrary } = page;
  const { monitorId, name, status } = monitor;
  const { kind } = monitor.target;
  const isOfServers = kind !== "domain" && kind !== "blocklist"; // what is of one server stands in the matrix of a domain
  const actions = (
    <>
      {kind === "domain" && <LinkButton href={`/monitors/${monitorId}/report`}>Report</LinkButton>}
      {page.canEdit && (
        <MonitorActions {...{ monitorId, name, requestCheck, setPaused, deleteMonitor }} isPaused={status === "paused"} />
      )}
    </>
  );
  return (
    <>
      <MonitorHeader monitor={monitor} places={page.places} zone={zone} readAt={page.readAt} actions={actions} />
      {page.trouble && (
        <Trouble
          monitorId={monitorId}
          status={status}
          trouble={page.trouble}
          incidentId={incidents.find(({ resolvedAt }) => resolvedAt === null)?.incidentId}
        />
      )}
      <MaintenanceNotice {...page.maintenance} zone={zone} />
      <Notices
        monitor={monitor}
        leftOut={page.leftOut}
        zone={zone}
        tryLogin={page.canEdit ? tryLoginAgain.bind(null, monitorId) : null}
      />
      <RoadWarnings roads={page.roads} zone={zone} on={{ monitorId }} />
      {page.found && <LatestDomain monitorId={monitorId} found={page.found} zone={zone} />}
      {page.found?.facts.flow && (
        <Section title="Latest run that is kept" description="Each step, and what became of the message.">
          <FlowPanel flow={page.found.facts.flow} />
        </Section>
      )}
      {page.listings && <ListingSections {...page.listings} zone={zone} />}
      {page.inbound && (
        <Section title="Inbound address">
          <InboundAddress {...page.inbound} />
        </Section>
      )}
      {page.delivery && (
        <Section
          title="Delivery"
          description="How long test messages were on their way, and how many were lost or are in the junk."
        >
          <DeliveryCharts {...page.delivery} window={latency.window} zone={zone} />
        </Section>
      )}
      {isOfServers && (
        <Section title="Latency" description="How long the dialogue took. Incidents are drawn in.">
          <LatencyChart
            {...latency}
            zone={zone}
            incidents={incidentBands(incidents, now)}
            hrefOf={(wish) => monitorHref(monitorId, { ...latency, ...wish, onlyContrary })}
          />
        </Section>
      )}
      <Section
        title="Uptime"
        id="uptime"
        description="Time up or degraded, of the time that was watched. Unknown, paused and maintenance are left out, and said."
      >
        <div className="grid gap-6">
          <UptimePanel uptimes={page.uptimes} createdAt={monitor.createdAt.getTime()} />
          <UptimeDays monitorId={monitorId} {...page.days} createdAt={monitor.createdAt.getTime()} zone={zone} />
          <DayBars days={page.bars} />
        </div>
      </Section>
      <Section title="Who is told">
        <Telling {...page.telling} />
      </Section>
      <Section
        title="Latest checks"
        actions={
          <CheckChoice onlyContrary={onlyContrary} hrefOf={(only) => monitorHref(monitorId, { ...latency, onlyContrary: only })} />
        }
      >
        {page.checks.length === 0 ? (
          <p className="text-muted">{onlyContrary ? "Every check that is kept went well." : "The first check is on its way."}</p>
        ) : (
          <CheckList monitorId={monitorId} kind={kind} checks={page.checks} slowMs={slowMsOf(monitor.target)} zone={zone} />
        )}
      </Section>
      {page.found && isOfServers && (
        <Section title="Addresses">
          <AddressPanel facts={page.found.facts} seenAt={page.found.slotAt} zone={zone} />
        </Section>
      )}
      {page.seen && isOfServers && (page.seen.facts.banner !== null || page.seen.facts.tls !== null) && (
        <Section title="Server">
          <FactsPanel facts={page.seen.facts} seenAt={page.seen.at} now={now} zone={zone} />
        </Section>
      )}
      {kind !== "blocklist" && (
        <Section title="Changes noticed" description="What is not as it was, while the server works.">
          {page.changes.length === 0 ? (
            <p className="text-muted">None yet.</p>
          ) : (
            <ChangeList monitorId={monitorId} target={monitor.target} changes={page.changes} zone={zone} />
          )}
        </Section>
      )}
      <Section
        title="Incidents"
        description="Of the last 90 days."
        actions={
          <Link className="link text-sm" href={incidentQueryHref({ isOpen: false, monitorId, page: 1 })}>
            All its incidents
          </Link>
        }
      >
        {incidents.length === 0 ? (
          <p className="text-muted">None.</p>
        ) : (
          <IncidentList incidents={incidents.slice(0, 20)} zone={zone} />
        )}
      </Section>
      <Section title="History">
        <TransitionList monitorId={monitorId} transitions={page.transitions} createdAt={monitor.createdAt} zone={zone} />
      </Section>
    </>
  );
}
