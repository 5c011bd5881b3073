import type { Metadata } from "next";
import Link from "next/link";
import { loadMonitorForm } from "#app/_data/monitor/load-monitor-form.ts";
import { MonitorForm } from "#components/monitor/monitor-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { KIND_WORDS } from "#core/monitor/monitor-form-words.ts";
import { kindTyped } from "#core/monitor/monitor-form.ts";
import { checkScript } from "../../check-script.ts";
import { startTrial } from "../../start-trial.ts";
import { saveMonitor } from "./save-monitor.ts";

export const metadata: Metadata = { title: "Edit monitor" };

export default async function EditMonitorPage({ params }: { params: Promise<{ monitorId: string }> }) {
  const { monitorId, revision, name, ...form } = await loadMonitorForm((await params).monitorId);
  const kind = kindTyped(form.values);
  const href = `/monitors/${monitorId}`;
  const above = (
    <Link className="link wrap-anywhere" href={href}>
      {name}
    </Link>
  );
  return (
    <>
      <PageHeader
        title="Edit monitor"
        above={above}
        description={kind === "mailflow" ? "It runs a script." : `Its server speaks ${KIND_WORDS[kind].name}.`}
      />
      <MonitorForm
        {...form}
        save={saveMonitor.bind(null, monitorId, revision)}
        startTrial={startTrial.bind(null, monitorId)}
        checkScript={checkScript}
        submitText="Save changes"
        cancelHref={href}
      />
    </>
  );
}
