import { Alert } from "#components/ui/alert.tsx";
import { Section } from "#components/ui/card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { CODE_DIGITS, CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import type { FormAction } from "#core/form/form-state.ts";
import type { DeliveryStatus } from "#core/message/delivery-words.ts";
import { durationWords } from "#core/text/duration.ts";
import { CodeForm } from "./code-form.tsx";

type Props = {
  leadsTo: string;
  /** What became of the latest code; null where none was sent. */
  lastCode: { status: DeliveryStatus; tries: { detail: string | null }[] } | null;
  confirm: FormAction;
  sendCode: () => Promise<string | null>;
};

/** Nobody is told on a channel before somebody at its address has said so. */
export function ConfirmSection({ leadsTo, lastCode, confirm, sendCode }: Props) {
  return (
    <Section
      title="Confirm this address"
      description={`${saying(leadsTo, lastCode?.status)} Until then nothing else is sent there.`}
    >
      {lastCode?.status === "failed" && (
        <div className="mb-5 max-w-prose">
          <Alert tone="error" title="The code did not get there.">
            {lastCode.tries[0]?.detail && <span className="font-mono text-sm">{lastCode.tries[0].detail}</span>}
          </Alert>
        </div>
      )}
      <CodeForm label="Code" confirm={confirm} sendCode={sendCode}>
        <SubmitButton pendingText="Confirming">Confirm the address</SubmitButton>
      </CodeForm>
    </Section>
  );
}

function saying(leadsTo: string, status: DeliveryStatus | undefined): string {
  const enter = `It counts for ${durationWords(CODE_LIFETIME_MS)}.`;
  if (status === undefined) return `Have a code sent to ${leadsTo}, and enter it here.`;
  if (status === "failed") return `Look whether ${leadsTo} is right, or have a new code sent.`;
  const code = `A code of ${CODE_DIGITS} digits`;
  return status === "sent" ? `${code} was sent to ${leadsTo}. ${enter}` : `${code} is on its way to ${leadsTo}. ${enter}`;
}
