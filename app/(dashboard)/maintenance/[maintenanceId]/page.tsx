import type { Metadata } from "next";
import Link from "next/link";
import { loadMaintenance } from "#app/_data/maintenance/load-maintenance.ts";
import { MaintenanceActions } from "#components/maintenance/maintenance-actions.tsx";
import { MaintenanceForm } from "#components/maintenance/maintenance-form.tsx";
import { WhenLine } from "#components/maintenance/when-line.tsx";
import { LiveRefresh } from "#components/monitor/live-refresh.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { endMaintenance } from "../end-maintenance.ts";
import { previewMaintenance } from "../preview.ts";
import { deleteMaintenance } from "./delete-maintenance.ts";
import { saveMaintenance } from "./save-maintenance.ts";

export const metadata: Metadata = { title: "Maintenance" };

type Props = { params: Promise<{ maintenanceId: string }> };

export default async function OneMaintenancePage({ params }: Props) {
  const { readAt, zone, canEdit, maintenance, choices, values } = await loadMaintenance((await params).maintenanceId);
  const { maintenanceId, name, words, on } = maintenance;
  const back = (
    <Link href="/maintenance" className="link">
      Maintenance
    </Link>
  );
  const actions = canEdit && (
    <MaintenanceActions
      name={name}
      isOn={on !== null}
      end={endMaintenance.bind(null, maintenanceId)}
      remove={deleteMaintenance.bind(null, maintenanceId)}
    />
  );
  return (
    <>
      <PageHeader
        title={name}
        above={back}
        description={
          <>
            <span className="block first-letter:uppercase">{words}</span>
            <WhenLine maintenance={maintenance} zone={zone} /> <LiveRefresh readAt={readAt} />
          </>
        }
        actions={actions}
      />
      {canEdit && (
        <MaintenanceForm
          {...{ values, choices, zone }}
          save={saveMaintenance.bind(null, maintenanceId)}
          preview={previewMaintenance}
          submitText="Save changes"
        />
      )}
    </>
  );
}
