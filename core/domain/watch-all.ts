import { usuallyTold } from "../change/change.ts";
import { formValuesOf } from "../monitor/monitor-form-values.ts";
import { KIND_WORDS } from "../monitor/monitor-form-words.ts";
import { kindTyped, openingInterval, type MonitorFormValues } from "../monitor/monitor-form.ts";
import { DEFAULT_POLICY } from "../monitor/monitor.ts";
import { parseMonitorForm, type MonitorDraft } from "../monitor/parse-monitor-form.ts";
import type { DomainReport } from "./domain-report.ts";
import type { DomainTarget } from "./domain-target.ts";
import { unicodeName } from "./unicode-name.ts";

/** The monitors that watch all of what a check of a domain saw, as the forms of their kinds would make them: the domain's own comes first. */
export function draftsToWatch(target: DomainTarget, { mx }: DomainReport): MonitorDraft[] {
  const opened = formValuesOf("", target, { ...DEFAULT_POLICY, tellOf: [...usuallyTold("domain")] });
  const addresses = "hosts" in mx ? [...new Set(mx.hosts.flatMap((host) => host.addresses))] : [];
  const blocklist = `${unicodeName(target.host).slice(0, 70)}: ${KIND_WORDS.blocklist.name}`;
  const forms = [
    opened,
    ...(addresses.length === 0 ? [] : [{ ...opened, name: blocklist, kind: "blocklist", entries: addresses.join("\n") }]),
  ];
  return forms.map(drafted);
}

/** What we fill in ourselves is right. */
function drafted(form: MonitorFormValues): MonitorDraft {
  const kind = kindTyped(form);
  const parsed = parseMonitorForm({ ...form, interval: openingInterval(kind, form.interval) });
  if (!parsed.ok) throw new Error(`A ${kind} monitor cannot be made of a report: ${JSON.stringify(parsed.errors)}`);
  return parsed.draft;
}
