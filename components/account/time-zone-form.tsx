"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** Times and days are shown in this zone. */
export function TimeZoneForm({ action, timeZone, zones }: { action: FormAction; timeZone: string; zones: readonly string[] }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <Field label="Time zone" name="timeZone" hint="Times and days are shown in it." error={state.errors.timeZone}>
        {(control) => (
          <Select {...control} defaultValue={state.values.timeZone ?? timeZone}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton variant="secondary" className="justify-self-start">
        Save time zone
      </SubmitButton>
    </Form>
  );
}
