import type { Metadata } from "next";
import Link from "next/link";
import { loadNewMaintenance } from "#app/_data/maintenance/load-maintenance.ts";
import { VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { MaintenanceForm } from "#components/maintenance/maintenance-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { previewMaintenance } from "../preview.ts";
import { addMaintenance } from "./add-maintenance.ts";

export const metadata: Metadata = { title: "New maintenance" };

export default async function NewMaintenancePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { canEdit, zone, choices, values } = await loadNewMaintenance((await searchParams).monitor);
  const back = (
    <Link href="/maintenance" className="link">
      Maintenance
    </Link>
  );
  return (
    <>
      <PageHeader title="New maintenance" above={back} />
      {canEdit ? (
        <MaintenanceForm
          {...{ values, choices, zone }}
          save={addMaintenance}
          preview={previewMaintenance}
          submitText="Save maintenance"
        />
      ) : (
        <Alert>{VIEWERS_ONLY_LOOK}</Alert>
      )}
    </>
  );
}
