"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Address and password, nothing else. */
export function SignUpForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit}>
      <Field label="E-mail address" name="email" error={state.errors.email}>
        {(control) => <TextInput {...control} type="email" autoComplete="email" defaultValue={state.values.email} />}
      </Field>
      <Field
        label="Password"
        name="password"
        hint="At least 10 characters. A few words make a good one."
        error={state.errors.password}
      >
        {(control) => <PasswordInput control={control} autoComplete="new-password" />}
      </Field>
      <SubmitButton pendingText="Signing up">Sign up</SubmitButton>
    </Form>
  );
}
