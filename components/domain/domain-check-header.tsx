import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { CheckResult } from "#core/check/result.ts";
import { unicodeName } from "#core/domain/unicode-name.ts";
import { msText } from "#core/text/ms-text.ts";

type Props = {
  domain: string;
  result: Pick<CheckResult, "status" | "durationMs" | "facts"> | null;
  finishedAt: Date | null;
  /** The monitor that watches this domain already. */
  monitorId: number | null;
  canEdit: boolean;
  zone: string;
  check: (form: FormData) => Promise<void>;
  watch: () => Promise<void>;
};

/** Which domain was checked, what it came to, and what can be done about it. */
export function DomainCheckHeader({ domain, result, finishedAt, zone, ...rest }: Props) {
  const read = unicodeName(domain);
  const asked = result?.facts.domain?.asked;
  return (
    <PageHeader
      title={read}
      above={
        <Link className="link" href="/domains/check">
          Check a domain
        </Link>
      }
      description={
        <span className="grid gap-1">
          {result && finishedAt && (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span data-testid="status">
                <StatusMark status={result.status} className="text-lg" />
              </span>
              <span>
                checked <Time at={finishedAt} zone={zone} /> in {msText(result.durationMs)}
                {asked !== undefined && `, with ${asked} questions to the DNS`}
              </span>
            </span>
          )}
          {read !== domain && <span className="font-mono text-sm">{domain}</span>}
          {finishedAt && <span className="text-sm">Kept for a day. Everybody of your team can open it by its address.</span>}
        </span>
      }
      actions={finishedAt && <Actions domain={domain} result={result} {...rest} />}
    />
  );
}

type ActionsProps = Pick<Props, "domain" | "result" | "monitorId" | "canEdit" | "check" | "watch">;

function Actions({ domain, result, monitorId, canEdit, check, watch }: ActionsProps) {
  const mx = result?.facts.domain?.mx.kind;
  const isThere = mx === "named" || mx === "implicit" || mx === "null";
  return (
    <>
      {canEdit && (
        <form action={check}>
          <input type="hidden" name="domain" value={domain} />
          <SubmitButton variant="secondary" pendingText="Checking">
            Check again
          </SubmitButton>
        </form>
      )}
      {monitorId !== null && (
        <LinkButton href={`/monitors/${monitorId}`} variant="primary">
          Watched: show its monitor
        </LinkButton>
      )}
      {canEdit && monitorId === null && isThere && (
        <form action={watch}>
          <SubmitButton pendingText="Saving">Watch all of this</SubmitButton>
        </form>
      )}
    </>
  );
}
