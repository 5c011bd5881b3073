"use client";

import { useActionState, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormAction } from "#core/form/form-state.ts";
import { maintenanceFormValues, type MaintenanceFormValues } from "#core/maintenance/maintenance-form.ts";
import { Preview, type PreviewAnswer } from "./preview.tsx";
import { RepeatFields } from "./repeat-fields.tsx";
import { ScopeFields } from "./scope-fields.tsx";
import { TimeFields } from "./time-fields.tsx";

type Props = {
  values: MaintenanceFormValues;
  choices: { monitors: readonly { monitorId: number; name: string }[]; tags: readonly string[] };
  zone: string;
  save: FormAction;
  preview: (typed: string) => Promise<PreviewAnswer>;
  submitText: string;
};

/** The form of a maintenance, with when it would be next beside it. */
export function MaintenanceForm({ values, choices, zone, save, preview, submitText }: Props) {
  const [state, submit] = useActionState(save, { values, errors: {} });
  const [typed, setTyped] = useState(values);
  const fields = useRef<HTMLDivElement>(null);
  // Not before the fields are there that a choice brings with it.
  const readForm = () => setTyped(maintenanceFormValues(new FormData(fields.current?.closest("form") ?? undefined)));
  return (
    <Form
      state={state}
      action={submit}
      className="max-w-xl content-start lg:max-w-none lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)] lg:gap-x-8"
    >
      <div ref={fields} className="grid content-start gap-5 lg:col-start-1" onChange={() => setTimeout(readForm)}>
        <Field label="Name" name="name" hint="What is done, such as “Operating system updates”." error={state.errors.name}>
          {(control) => <TextInput {...control} defaultValue={state.values.name} autoComplete="off" />}
        </Field>
        <TimeFields {...state} />
        <RepeatFields {...state} />
        <ScopeFields state={state} choices={choices} />
      </div>
      <Preview typed={whenOf(typed)} zone={zone} ask={preview} />
      <div className="flex flex-wrap gap-2 lg:col-start-1">
        <SubmitButton pendingText="Saving">{submitText}</SubmitButton>
        <LinkButton href="/maintenance" variant="ghost">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}

/** What says when it is: a name or a tag more asks for nothing. */
function whenOf({ name: _name, scope: _scope, tags: _tags, monitors: _monitors, ...when }: MaintenanceFormValues): string {
  return JSON.stringify(when);
}
