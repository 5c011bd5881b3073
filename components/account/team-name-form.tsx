"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

export function TeamNameForm({ action, teamName }: { action: FormAction; teamName: string }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <Field label="Team name" name="teamName" error={state.errors.teamName}>
        {(control) => <TextInput {...control} autoComplete="organization" defaultValue={state.values.teamName ?? teamName} />}
      </Field>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton variant="secondary" className="justify-self-start">
        Save team name
      </SubmitButton>
    </Form>
  );
}
