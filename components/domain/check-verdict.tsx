import { Alert } from "#components/ui/alert.tsx";
import type { Status } from "#core/check/status.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { isNoDomain, type MxSet } from "#core/domain/mx-set.ts";
import { visibleText } from "#core/text/visible-text.ts";

type Props = { mx: MxSet | undefined; status: Status; diagnosis: Diagnosis | null };

const TONES = { up: "info", unknown: "info", degraded: "warning", down: "error" } as const satisfies Record<Status, string>;

/** What a check of a domain came to, where that is not simply that all is well; what to do about it stands below. */
export function CheckVerdict({ mx, status, diagnosis }: Props) {
  if (mx?.kind === "null") {
    return (
      <Alert title="This domain accepts no mail, on purpose">
        It publishes the null MX (RFC 7505), so senders give up at once. What it publishes against forgery matters nevertheless.
      </Alert>
    );
  }
  if (mx && isNoDomain(mx)) {
    return (
      <Alert tone="error" title="There is no such domain">
        Look at how it is spelled, and whether it is still registered.
      </Alert>
    );
  }
  if (diagnosis === null) return null;
  return (
    <Alert tone={TONES[status]} title={visibleText(diagnosis.headline)}>
      <p className="max-w-prose">{diagnosis.plain}</p>
      <p>
        <a className="link" href="#diagnosis">
          What to try next
        </a>
      </p>
    </Alert>
  );
}
