"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import type { Option } from "#components/ui/ordered-choice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Who takes over, and from when to when. */
export function TakeOverForm({ contacts, timeZone, save }: { contacts: readonly Option[]; timeZone: string; save: FormAction }) {
  const [state, submit] = useActionState(save, EMPTY_FORM);
  const { values, errors } = state;
  return (
    <Form state={state} action={submit} className="max-w-xl">
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <Field label="Who takes over" name="contactId" error={errors.contactId}>
        {(control) => (
          <Select {...control} defaultValue={values.contactId ?? ""}>
            <option value="">Choose</option>
            {contacts.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="From" name="from" hint={`By the clocks of ${timeZone}`} error={errors.from}>
          {(control) => <TextInput {...control} type="datetime-local" defaultValue={values.from} />}
        </Field>
        <Field label="To" name="to" error={errors.to}>
          {(control) => <TextInput {...control} type="datetime-local" defaultValue={values.to} />}
        </Field>
      </div>
      <div>
        <SubmitButton variant="secondary" pendingText="Saving">
          Let them take over
        </SubmitButton>
      </div>
    </Form>
  );
}
