import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { loadMaintenanceList } from "#app/_data/maintenance/load-maintenance.ts";
import { MaintenanceList } from "#components/maintenance/maintenance-list.tsx";
import { LiveRefresh } from "#components/monitor/live-refresh.tsx";
import { Section } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { endMaintenance } from "../end-maintenance.ts";

export const metadata: Metadata = { title: "Maintenance" };

export default async function MaintenancePage() {
  const { readAt, zone, canEdit, on, upcoming, past } = await loadMaintenanceList();
  const isEmpty = on.length + upcoming.length + past.length === 0;
  const add = canEdit && (
    <LinkButton href="/maintenance/new" variant="primary">
      <Plus aria-hidden />
      New maintenance
    </LinkButton>
  );
  const about = "Times in which you work on your servers: checks go on, nobody is told of anything, and they count for no uptime.";
  return (
    <>
      <PageHeader
        title="Maintenance"
        description={
          <>
            {about} <LiveRefresh readAt={readAt} />
          </>
        }
        actions={!isEmpty && add}
      />
      {isEmpty && (
        <EmptyState title="No maintenance is planned" action={add}>
          Plan one before you update or move a server. Whoever is still down when it ends is told of then.
        </EmptyState>
      )}
      {on.length > 0 && (
        <Section title="Now">
          <MaintenanceList label="Now" all={on} zone={zone} end={canEdit ? endMaintenance : null} />
        </Section>
      )}
      {upcoming.length > 0 && (
        <Section title="Upcoming">
          <MaintenanceList label="Upcoming" all={upcoming} zone={zone} end={null} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title="Past">
          <MaintenanceList label="Past" all={past} zone={zone} end={null} />
        </Section>
      )}
    </>
  );
}
