"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

type Props = { list: string; listName: string; isKept: boolean; action: FormAction };

/** Where the key for a list is entered. What is kept is never shown. */
export function ListKeyForm({ list, listName, isKept, action }: Props) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm gap-3">
      <Field
        id={`key-${list}`}
        name="key"
        label={
          <>
            {isKept ? "Another key" : "Key"} <span className="sr-only">for {listName}</span>
          </>
        }
        error={state.errors.key}
      >
        {(control) => <PasswordInput control={control} autoComplete="off" what={`key for ${listName}`} />}
      </Field>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton variant="secondary" className="justify-self-start" pendingText="Saving">
        Save key
      </SubmitButton>
    </Form>
  );
}
