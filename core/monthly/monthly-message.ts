import { changeSentence } from "../change/change-text.ts";
import type { Change } from "../change/change.ts";
import { reasonHeadline } from "../diagnosis/diagnosis.ts";
import { unicodeName } from "../domain/unicode-name.ts";
import type { IncidentSummary } from "../incident/incident-summary.ts";
import type { MonthlyFinding, MonthlyLine, MonthlyMessage } from "../message/message.ts";
import { aspectRows, countsText } from "../posture/aspect-rows.ts";
import type { Finding } from "../posture/finding.ts";
import { durationWords } from "../text/duration.ts";
import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";
import { exactTime } from "../time/relative-time.ts";
import { percentText, type Uptime } from "../uptime/uptime.ts";

/** A mail shows so many of each, the latest. */
export const MOST_LINES = 10;
const MOST_FINDINGS = 3;
const MAX_LINE_CHARS = 240;

type IncidentOfMonth = Pick<IncidentSummary, "startedAt" | "endedAt" | "resolvedAt" | "reason">;

/** What a month is told from. `incidents` and `changes` are all of the month, newest first; `findings` are null where no check is kept. */
export type MonthFacts = {
  monitorId: number;
  monitorName: string;
  /** In A-labels. */
  domain: string;
  month: string;
  timeZone: string;
  uptime: Uptime;
  incidents: readonly IncidentOfMonth[];
  changes: readonly (Change & { slotAt: Date })[];
  findings: readonly Finding[] | null;
  /** Where users reach the dashboard. */
  baseUrl: string;
};

/** The mail about a domain's month. */
export function monthlyMessage(facts: MonthFacts, stopUrl: string): MonthlyMessage {
  const { domain, monitorName, monitorId, month, timeZone, uptime, incidents, changes, findings, baseUrl } = facts;
  const rows = findings === null ? null : aspectRows(findings);
  const when = (at: Date) => exactTime(at, timeZone);
  return {
    kind: "monthly",
    domain: unicodeName(domain),
    monitorName: visibleText(monitorName),
    month,
    uptime: uptime.share === null ? null : percentText(uptime.share),
    uptimeDetails: detailsOf(uptime),
    incidents: incidents
      .slice(0, MOST_LINES)
      .map((incident) => ({ when: when(incident.startedAt), what: shortened(incidentText(incident), MAX_LINE_CHARS) })),
    incidentCount: incidents.length,
    changes: changes.slice(0, MOST_LINES).map((change): MonthlyLine => ({
      when: when(change.slotAt),
      what: shortened(visibleText(changeSentence(domain, change, "domain")), MAX_LINE_CHARS),
    })),
    changeCount: changes.length,
    posture: rows === null || rows.length === 0 ? null : countsText(rows),
    worst: worstOf(findings ?? [], baseUrl),
    url: new URL(`/monitors/${monitorId}/report`, baseUrl).href,
    stopUrl,
  };
}

function detailsOf({ ms, coverage, share }: Uptime): string[] {
  return [
    `${percentText(coverage)} watched${share === null ? ", too little for a number" : ""}`,
    ...(ms.down > 0 ? [`down ${durationWords(ms.down)}`] : []),
    ...(ms.degraded > 0 ? [`degraded ${durationWords(ms.degraded)}`] : []),
  ];
}

function incidentText({ startedAt, endedAt, resolvedAt, reason }: IncidentOfMonth): string {
  const over = endedAt ?? resolvedAt;
  const headline = visibleText(reasonHeadline(reason.code, reason.reply?.code ?? null));
  return over === null ? `${headline}, not over yet` : `${headline}, for ${durationWords(over.getTime() - startedAt.getTime())}`;
}

/** What costs mail or protection, the worst first. */
function worstOf(findings: readonly Finding[], baseUrl: string): MonthlyFinding[] {
  const worded = aspectRows(findings).flatMap((row) => row.findings);
  return (["wrong", "weak"] as const)
    .flatMap((verdict) => worded.filter(({ words }) => words.verdict === verdict).map((each) => ({ ...each, verdict })))
    .slice(0, MOST_FINDINGS)
    .map(({ verdict, code, subject, words: { says, mend } }) => ({
      verdict,
      says,
      subject,
      mend,
      url: new URL(`/docs/posture#${code}`, baseUrl).href,
    }));
}
