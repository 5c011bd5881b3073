import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadSharedReport } from "#app/_data/domain/load-shared-report.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { ReportView } from "#components/domain/report-view.tsx";
import { unicodeName } from "#core/domain/unicode-name.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

type Props = { searchParams: Promise<{ link?: string | string[] }> };

/** The title is what a browser calls the PDF. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const report = await loadSharedReport((await searchParams).link);
  const title = typeof report === "object" ? `Mail of ${unicodeName(report.domain)}` : "Report";
  return { title, referrer: "no-referrer", robots: { index: false, follow: false } };
}

/** The state of a domain for whoever was given its link. */
export default async function SharedReportPage({ searchParams }: Props) {
  const report = await loadSharedReport((await searchParams).link);
  if (report === "nowhere") notFound();
  if (typeof report === "number") return <AccountPage title="This link leads nowhere" intro={<p>{waitSentence(report)}</p>} />;
  return <ReportView report={report} />;
}
