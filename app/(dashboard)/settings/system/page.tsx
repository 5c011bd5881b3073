import type { Metadata } from "next";
import Link from "next/link";
import { loadSystem } from "#app/_data/system/load-system.ts";
import { Facts } from "#components/system/facts.tsx";
import { LeadFacts } from "#components/system/lead-facts.tsx";
import { LocationList } from "#components/system/location-list.tsx";
import { PathTestPanel } from "#components/system/path-test-panel.tsx";
import { PunctualityTable } from "#components/system/punctuality-table.tsx";
import { QueueFacts } from "#components/system/queue-facts.tsx";
import { ReceiverList } from "#components/system/receiver-list.tsx";
import { StoragePanel } from "#components/system/storage-panel.tsx";
import { TroubleList } from "#components/system/trouble-list.tsx";
import { WorkerList } from "#components/system/worker-list.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Section } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "System" };

const REFRESH_MS = 5_000;

export default async function SystemPage() {
  const { viewer, now, lead, workers, locations, queues, storage, punctuality, pathTest, inbound, troubles, versions } =
    await loadSystem();
  const zone = viewer.timeZone;
  return (
    <>
      <AutoRefresh everyMs={REFRESH_MS} />
      <PageHeader
        title="System"
        above={
          <Link href="/settings" className="link">
            Settings
          </Link>
        }
        description="How Ehlowatch itself does, for those who run it. The figures follow by themselves."
        actions={
          <LinkButton href="/settings/system/manners" variant="secondary">
            Manners
          </LinkButton>
        }
      />
      <div className="mb-6">
        <TroubleList troubles={troubles} zone={zone} />
      </div>
      <Section title="Punctuality" description="How long after its slot a check started.">
        <PunctualityTable {...punctuality} />
      </Section>
      <Section
        title="Workers"
        description={workers.length > 1 ? `${workers.length} in the last day, the silent and the full ones first.` : undefined}
      >
        {workers.length === 0 ? (
          <p className="text-muted">None in the last day.</p>
        ) : (
          <WorkerList workers={workers} now={now} zone={zone} />
        )}
      </Section>
      <Section title="Locations">
        {locations.length === 0 ? (
          <p className="text-muted">None yet: a location is there from its first worker on.</p>
        ) : (
          <LocationList locations={locations} zone={zone} />
        )}
      </Section>
      <Section title="Leader">
        <LeadFacts lead={lead} now={now} zone={zone} />
      </Section>
      <Section
        title="Path test"
        description="A check of our own goes the way of all checks and messages, from the queue to the world outside, where a watcher alarms when it hears nothing."
      >
        <PathTestPanel test={pathTest} now={now} zone={zone} />
      </Section>
      {inbound.domain === "" ? (
        <Section title="Receiver">
          <p className="text-muted">
            Off: no mail is received for monitors. <code>INBOUND_DOMAIN</code> turns it on.
          </p>
        </Section>
      ) : (
        <Section title="Receiver" description={`Takes what servers send to the addresses of their monitors at ${inbound.domain}.`}>
          <ReceiverList receivers={inbound.receivers} zone={zone} />
        </Section>
      )}
      <Section title="Queues">
        <QueueFacts queues={queues} zone={zone} />
      </Section>
      <Section title="Storage">
        <StoragePanel storage={storage} now={now} />
      </Section>
      <Section title="Versions">
        <Facts
          facts={[
            { term: "Ehlowatch", value: versions.product },
            { term: "Node.js", value: versions.node },
            { term: "PostgreSQL", value: versions.postgresql },
            { term: "Queue", value: versions.queue },
          ]}
        />
      </Section>
    </>
  );
}
