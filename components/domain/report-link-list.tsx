import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ReportLink } from "#core/domain/report-link.ts";

type Props = {
  links: readonly ReportLink[];
  zone: string;
  /** Null for somebody who may only look. */
  takeBack: ((reportLinkId: number) => Promise<void>) | null;
};

/** The links that show a report to others, each with its end. */
export function ReportLinkList({ links, zone, takeBack }: Props) {
  if (links.length === 0) return <p className="text-muted">No link leads here: only your team sees this report.</p>;
  return (
    <ul aria-label="Links to this report" className="divide-y divide-line border-y border-line">
      {links.map(({ reportLinkId, createdAt, expiresAt, madeBy }) => (
        <li key={reportLinkId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
          <span className="min-w-0 wrap-anywhere">
            Made <Time at={createdAt} zone={zone} /> by {madeBy ?? "somebody who has left"}
            <span className="block text-sm text-muted">
              {expiresAt === null ? (
                "works until it is taken back"
              ) : (
                <>
                  ends <Time at={expiresAt} zone={zone} />
                </>
              )}
            </span>
          </span>
          {takeBack && (
            <form action={takeBack.bind(null, reportLinkId)}>
              <SubmitButton variant="secondary" size="sm" pendingText="Taking it back">
                Take back
              </SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
