"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Asks for the password that was chosen at the sign-up, and brings the browser's time zone along. */
export function ConfirmForm({ action, email, token }: { action: FormAction; email: string; token: string }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const send = (form: FormData) => {
    form.set("timeZone", Intl.DateTimeFormat().resolvedOptions().timeZone);
    submit(form);
  };
  return (
    <Form state={state} action={send}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label="The password you chose" name="password" error={state.errors.password}>
        {(control) => <PasswordInput control={control} autoComplete="current-password" />}
      </Field>
      <SubmitButton pendingText="Confirming">Confirm and go on</SubmitButton>
    </Form>
  );
}
