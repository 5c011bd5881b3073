import type { Metadata } from "next";
import { KindChoice } from "#components/reason/kind-choice.tsx";
import { ReasonContents } from "#components/reason/reason-contents.tsx";
import { ReasonFilter } from "#components/reason/reason-filter.tsx";
import { ReasonSection } from "#components/reason/reason-section.tsx";
import { RefusalSection } from "#components/reason/refusal-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { DIALOGUE_KINDS } from "#core/check/stage.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { reasonCatalogue } from "#core/reason/reason-catalogue.ts";
import { reasonsHref } from "#core/reason/reason-href.ts";

export const metadata: Metadata = {
  title: "Reasons",
  description: "Every reason for which a mail server is not up: what it means, where it comes from, and what to try next.",
};

const MAX_TEXT_CHARS = 100;

/** Every reason there is, explained. Alerts, incidents and checks lead here by the code of their reason. */
export default async function ReasonsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { q, kind: wanted } = await searchParams;
  const kind = DIALOGUE_KINDS.find((each) => each === wanted) ?? null;
  const text = typeof q === "string" ? q.trim().slice(0, MAX_TEXT_CHARS) : "";
  const { groups, refusals } = reasonCatalogue(text, kind);
  return (
    <>
      <PageHeader
        title="Reasons"
        description="Every reason for which a server is not up, in the order in which a check meets them: what it means, for everybody and for the mail admin, where it most likely comes from, and what to try next. Commands are for mail.example.com; with a check of your own they are for your server."
      />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <div className="grid gap-3 lg:sticky lg:top-6">
          <KindChoice kind={kind} />
          <ReasonFilter text={text} kind={kind} />
          <ReasonContents groups={groups} refusalCount={refusals.length} />
        </div>
        <div className="grid gap-10">
          {groups.map((group) => (
            <ReasonSection key={group.stage} {...group} />
          ))}
          {refusals.length > 0 && <RefusalSection refusals={refusals} />}
          {groups.length === 0 && refusals.length === 0 && (
            <EmptyState
              title={`No reason has “${text}” in it`}
              action={<LinkButton href={reasonsHref(kind)}>Show all</LinkButton>}
            />
          )}
        </div>
      </div>
    </>
  );
}
