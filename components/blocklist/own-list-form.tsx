"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import { SUBJECT_WORDS, WEIGHT_WORDS } from "#core/blocklist/weight-words.ts";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

const WEIGHTS = Object.fromEntries(Object.entries(WEIGHT_WORDS).map(([weight, { name, about }]) => [weight, `${name}: ${about}`]));

/** What a list of one's own is: where it is asked, what it holds, and how much it matters. */
export function OwnListForm({ action }: { action: FormAction }) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const { values, errors } = state;
  const ticked = (values.holds ?? "ipv4").split(",");
  return (
    <Form state={state} action={submit} className="max-w-xl">
      <Field label="Name" name="name" error={errors.name}>
        {(control) => <TextInput {...control} defaultValue={values.name} autoComplete="off" />}
      </Field>
      <WireField
        label="Zone"
        name="zone"
        value={values.zone}
        placeholder="bl.example.org"
        hint="Where it is asked. Write {key} where a key stands in the zone, such as {key}.bl.example.org."
        error={errors.zone}
      />
      <fieldset aria-describedby={errors.holds ? "field-holds-error" : undefined}>
        <legend className="mb-1.5 text-sm font-medium">What it holds</legend>
        {Object.entries(SUBJECT_WORDS).map(([subject, word]) => (
          <Checkbox key={subject} name="holds" value={subject} label={word} defaultChecked={ticked.includes(subject)} />
        ))}
        {errors.holds && <FieldError id="field-holds-error">{errors.holds}</FieldError>}
      </fieldset>
      <ChoiceField label="Weight" name="weight" words={WEIGHTS} value={values.weight ?? "medium"} error={errors.weight} />
      <WireField
        label="Link for removal"
        name="delistUrl"
        value={values.delistUrl}
        placeholder="https://example.org/remove"
        hint="Where somebody asks to be taken off; may stay empty."
        error={errors.delistUrl}
        inputMode="url"
      />
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start" pendingText="Adding">
        Add list
      </SubmitButton>
    </Form>
  );
}
