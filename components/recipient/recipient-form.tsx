"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Adds a mailbox to those that test messages may go to. */
export function RecipientForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <WireField
        label="Mailbox"
        name="mailbox"
        value={state.values.mailbox}
        placeholder="probe@example.com"
        hint="Best one that is for tests alone: a script can fetch and delete what it has sent."
        error={state.errors.mailbox}
        inputMode="email"
        autoComplete="off"
      />
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start">Add recipient</SubmitButton>
    </Form>
  );
}
