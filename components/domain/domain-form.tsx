"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Adds a domain to those whose control is proved. */
export function DomainForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <WireField
        label="Domain"
        name="domain"
        value={state.values.domain}
        placeholder="example.com"
        hint="It counts for every name under it."
        error={state.errors.domain}
      />
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start">Add domain</SubmitButton>
    </Form>
  );
}
