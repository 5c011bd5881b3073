import type { Metadata } from "next";
import Link from "next/link";
import { loadReport } from "#app/_data/domain/load-report.ts";
import { MonthlyForm } from "#components/domain/monthly-form.tsx";
import { MonthlyList } from "#components/domain/monthly-list.tsx";
import { ReportLinkList } from "#components/domain/report-link-list.tsx";
import { ReportView } from "#components/domain/report-view.tsx";
import { ShareForm } from "#components/domain/share-form.tsx";
import { Section } from "#components/ui/card.tsx";
import { unicodeName } from "#core/domain/unicode-name.ts";
import { chooseChannels } from "./choose-channels.ts";
import { makeLink, takeBack } from "./share.ts";

type Props = { params: Promise<{ monitorId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report } = await loadReport((await params).monitorId);
  return { title: `Mail of ${unicodeName(report.domain)}` };
}

/** The report of a domain, and who else gets to see it. */
export default async function ReportPage({ params }: Props) {
  const { monitorId, monitorName, canEdit, report, links, channels } = await loadReport((await params).monitorId);
  const back = (
    <Link className="link print:hidden" href={`/monitors/${monitorId}`}>
      {monitorName}
    </Link>
  );
  return (
    <>
      <ReportView report={report} above={back} />
      <div className="border-t border-line pt-6 print:hidden">
        <Section
          title="Share it"
          description="A secret link shows this report, as it is when it is opened, to people without an account: no dialogue, no other monitor, nobody of your team."
        >
          <div className="grid gap-6">
            <ReportLinkList links={links} zone={report.zone} takeBack={canEdit ? takeBack : null} />
            {canEdit && <ShareForm action={makeLink.bind(null, monitorId)} />}
          </div>
        </Section>
        <Section
          title="Monthly mail"
          description="On the first of each month, at seven in the morning of your time zone: uptime and incidents of the month, what changed, the posture, and what to mend first."
        >
          {canEdit ? (
            <MonthlyForm channels={channels} action={chooseChannels.bind(null, monitorId)} />
          ) : (
            <MonthlyList channels={channels} />
          )}
        </Section>
      </div>
    </>
  );
}
