"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** What is to be left alone, and why. */
export function DeniedTargetForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const { values, errors } = state;
  return (
    <Form state={state} action={submit} className="max-w-xl">
      <WireField
        label="Address, range or domain"
        name="target"
        value={values.target}
        placeholder="192.0.2.0/24"
        hint="A domain counts with every name under it. Its servers may have other names, too: add their addresses."
        error={errors.target}
      />
      <Field label="Note" name="note" hint="For yourself: who asked, and when. No team sees it." error={errors.note}>
        {(control) => <TextInput {...control} defaultValue={values.note} autoComplete="off" />}
      </Field>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start" pendingText="Adding">
        Leave it alone
      </SubmitButton>
    </Form>
  );
}
