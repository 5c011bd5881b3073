"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label="Old password" name="oldPassword" error={state.errors.oldPassword}>
        {(control) => <PasswordInput control={control} autoComplete="current-password" />}
      </Field>
      <Field label="New password" name="newPassword" hint="At least 10 characters." error={state.errors.newPassword}>
        {(control) => <PasswordInput control={control} autoComplete="new-password" />}
      </Field>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton variant="secondary" pendingText="Changing" className="justify-self-start">
        Change password
      </SubmitButton>
    </Form>
  );
}
