"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

export function ForgotForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit}>
      <Field label="E-mail address" name="email" error={state.errors.email}>
        {(control) => <TextInput {...control} type="email" autoComplete="username" defaultValue={state.values.email} />}
      </Field>
      <SubmitButton pendingText="Sending">Send me a link</SubmitButton>
    </Form>
  );
}
