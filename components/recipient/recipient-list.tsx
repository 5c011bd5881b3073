import { CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { CodeForm } from "#components/channel/code-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { FormState } from "#core/form/form-state.ts";

type Row = {
  recipientId: number;
  mailbox: string;
  /** Whether it is that of the viewer's own account. */
  isOwn: boolean;
  provedAt: Date | null;
  revokedAt: Date | null;
  isCodeWanted: boolean;
  sentAt: Date | null;
  failure: string | null;
};

type Props = {
  recipients: Row[];
  zone: string;
  canEdit: boolean;
  confirm: (recipientId: number, state: FormState, form: FormData) => Promise<FormState>;
  sendCode: (recipientId: number) => Promise<string | null>;
  remove: (recipientId: number) => Promise<void>;
};

/** The mailboxes that a team sends test messages to: which are confirmed, and where the code of each of the others is entered. */
export function RecipientList({ recipients, zone, canEdit, confirm, sendCode, remove }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {recipients.map((row) => (
        <li key={row.recipientId} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_auto]">
          <div className="grid min-w-0 gap-1">
            <span className="font-medium wrap-anywhere">{row.mailbox}</span>
            <span aria-live="polite">
              <State row={row} zone={zone} />
            </span>
            {canEdit && row.provedAt === null && (row.revokedAt === null || row.isOwn) && (
              <div className="mt-1">
                <CodeForm
                  label={
                    <>
                      Code <span className="sr-only">for {row.mailbox}</span>
                    </>
                  }
                  id={`code-${row.recipientId}`}
                  confirm={confirm.bind(null, row.recipientId)}
                  sendCode={sendCode.bind(null, row.recipientId)}
                >
                  <SubmitButton variant="secondary" pendingText="Confirming">
                    Confirm
                  </SubmitButton>
                </CodeForm>
              </div>
            )}
          </div>
          {canEdit && (
            <form action={remove.bind(null, row.recipientId)}>
              <Button type="submit" variant="ghost" aria-label={`Remove ${row.mailbox}`}>
                Remove
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function State({ row: { provedAt, revokedAt, isCodeWanted, sentAt, failure }, zone }: { row: Row; zone: string }) {
  if (revokedAt !== null) {
    return (
      <Line icon={CircleSlash} className="text-degraded">
        Revoked by its reader <Time at={revokedAt} zone={zone} />: nothing is sent there.
      </Line>
    );
  }
  if (provedAt !== null) {
    return (
      <Line icon={CircleCheck} className="text-up">
        Confirmed <Time at={provedAt} zone={zone} />
      </Line>
    );
  }
  if (isCodeWanted) return <Line icon={CircleDashed}>A code is on its way.</Line>;
  if (failure !== null) return <Line icon={CircleDashed}>The code did not get there: {failure}</Line>;
  if (sentAt === null) return <Line icon={CircleDashed}>Not confirmed yet: have a code sent.</Line>;
  return (
    <Line icon={CircleDashed}>
      A code was sent <Time at={sentAt} zone={zone} />.
    </Line>
  );
}

type LineProps = { icon: LucideIcon; className?: string; children: ReactNode };

function Line({ icon: Icon, className = "text-muted", children }: LineProps) {
  return (
    <span className={`flex items-start gap-1.5 ${className}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </span>
  );
}
