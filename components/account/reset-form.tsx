"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

export function ResetForm({ action, email, token }: { action: FormAction; email: string; token: string }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        label="New password"
        name="password"
        hint="At least 10 characters. A few words make a good one."
        error={state.errors.password}
      >
        {(control) => <PasswordInput control={control} autoComplete="new-password" />}
      </Field>
      <SubmitButton pendingText="Setting">Set password and sign in</SubmitButton>
    </Form>
  );
}
