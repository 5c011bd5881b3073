import type { Metadata } from "next";
import Link from "next/link";
import { loadNewMonitorForm } from "#app/_data/monitor/load-monitor-form.ts";
import { MonitorForm } from "#components/monitor/monitor-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { checkScript } from "../check-script.ts";
import { startTrial } from "../start-trial.ts";
import { addMonitor } from "./add-monitor.ts";

export const metadata: Metadata = { title: "New monitor" };

export default async function NewMonitorPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const form = await loadNewMonitorForm(await searchParams);
  const above = (
    <Link className="link" href="/monitors">
      Monitors
    </Link>
  );
  return (
    <>
      <PageHeader title="New monitor" above={above} />
      <MonitorForm
        {...form}
        save={addMonitor}
        startTrial={startTrial.bind(null, null)}
        checkScript={checkScript}
        submitText="Save monitor"
        cancelHref="/monitors"
      />
    </>
  );
}
