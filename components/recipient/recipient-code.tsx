"use client";

import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useCodeForm } from "#components/ui/use-code-form.ts";
import { CODE_DIGITS } from "#core/channel/channel-code.ts";
import type { FormAction } from "#core/form/form-state.ts";

type Props = {
  mailbox: string;
  recipientId: number;
  /** Both bound to their recipient. Sending a new code says what is wrong, or nothing. */
  confirm: FormAction;
  sendCode: () => Promise<string | null>;
};

/** Where the code is entered that was sent to a recipient, and a new one is asked for. */
export function RecipientCode({ mailbox, recipientId, confirm, sendCode }: Props) {
  const { state, submit, isSending, again } = useCodeForm({ confirm, sendCode });
  return (
    <Form state={state} action={submit} className="mt-1 max-w-md">
      <Field
        label={
          <>
            Code <span className="sr-only">for {mailbox}</span>
          </>
        }
        name="code"
        id={`code-${recipientId}`}
        error={state.errors.code}
      >
        {(control) => (
          <TextInput
            {...control}
            mono
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={CODE_DIGITS * 2}
            defaultValue={state.values.code}
            className="max-w-40 tracking-widest"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary" pendingText="Confirming">
          Confirm
        </SubmitButton>
        <Button variant="ghost" disabled={isSending} onClick={again}>
          Send a new code
        </Button>
      </div>
    </Form>
  );
}
