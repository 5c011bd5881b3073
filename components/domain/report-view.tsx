import type { CSSProperties, ReactNode } from "react";
import { UptimeFigure } from "#components/monitor/uptime-figure.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { isNoDomain } from "#core/domain/mx-set.ts";
import type { ShownReport } from "#core/domain/shown-report.ts";
import { unicodeName } from "#core/domain/unicode-name.ts";
import { durationWords } from "#core/text/duration.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { MailHostsSection } from "./mail-hosts-section.tsx";
import { PostureSection } from "./posture-section.tsx";
import { PrintButton } from "./print-button.tsx";

type Props = { report: ShownReport; above?: ReactNode };

/** How a domain is, to be read, shown and printed: its times stand as they are, for paper does not move on. */
export function ReportView({ report, above }: Props) {
  const { domain, teamName, status, since, found, uptime, now, zone, baseUrl } = report;
  const read = unicodeName(domain);
  return (
    <article className="report" style={{ "--base-url": JSON.stringify(baseUrl.replace(/\/$/, "")) } as CSSProperties}>
      <PageHeader
        title={`Mail of ${read}`}
        above={above}
        actions={
          <span className="print:hidden">
            <PrintButton />
          </span>
        }
        description={
          <span className="grid gap-1">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-text">
              <span data-testid="status">
                <StatusMark status={status} className="text-lg" />
              </span>
              <span>for {durationWords(Math.max(0, now - since.getTime()))}</span>
            </span>
            {read !== domain && <span className="font-mono text-sm">{domain}</span>}
            <span>
              Report of {teamName}, as of <Instant at={new Date(now)} zone={zone} />
            </span>
          </span>
        }
      />
      <Section title="Uptime" description="Time in which a preferred mail server took mail, of the time that was watched.">
        <dl>
          <UptimeFigure label="Last 30 days" {...uptime} />
        </dl>
      </Section>
      {found && isNoDomain(found.report.mx) && (
        <Alert tone="error" title="There is no such domain">
          So a check was told on <Instant at={found.at} zone={zone} />.
        </Alert>
      )}
      {found ? (
        <>
          <MailHostsSection
            mx={found.report.mx}
            paths={found.paths}
            lines={[]}
            hrefOf={null}
            found={
              <>
                As a check found them on <Instant at={found.at} zone={zone} />.
              </>
            }
          />
          <PostureSection domain={found.report} />
        </>
      ) : (
        <p className="border-t border-line py-6 text-muted">No check of this domain is kept yet. The first one fills this page.</p>
      )}
    </article>
  );
}

function Instant({ at, zone }: { at: Date; zone: string }) {
  return <time dateTime={at.toISOString()}>{exactTime(at, zone)}</time>;
}
