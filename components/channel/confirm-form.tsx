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
  /** Both bound to their channel. Sending a new code says what is wrong, or nothing. */
  confirm: FormAction;
  sendCode: () => Promise<string | null>;
};

/** Where the code is entered that was sent to a channel's address, and a new one is asked for. */
export function ConfirmForm({ confirm, sendCode }: Props) {
  const { state, submit, isSending, again } = useCodeForm({ confirm, sendCode });
  return (
    <Form state={state} action={submit} className="max-w-md">
      <Field label="Code" name="code" error={state.errors.code}>
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
        <SubmitButton pendingText="Confirming">Confirm the address</SubmitButton>
        <Button variant="ghost" disabled={isSending} onClick={again}>
          Send a new code
        </Button>
      </div>
    </Form>
  );
}
