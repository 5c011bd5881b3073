"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Deletes the account once its address has been typed. */
export function DeleteAccountForm({ action, email }: { action: FormAction; email: string }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <Field label={`Type ${email} to confirm`} name="typedEmail" error={state.errors.typedEmail}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.values.typedEmail}
          />
        )}
      </Field>
      <SubmitButton variant="danger" pendingText="Deleting" className="justify-self-start">
        Delete account
      </SubmitButton>
    </Form>
  );
}
