"use client";

import { Plus } from "lucide-react";
import { useActionState, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Option } from "#components/ui/ordered-choice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormAction } from "#core/form/form-state.ts";
import { newRotation, typedRotation, untypedRotation } from "#core/on-call/on-call-form.ts";
import type { Rotation } from "#core/on-call/on-call.ts";
import { TIME_ZONES } from "#core/time/time-zone.ts";
import { RotationFields } from "./rotation-fields.tsx";
import { ShiftPreview, type PreviewShifts } from "./shift-preview.tsx";

type Props = {
  values: { name: string; timeZone: string };
  /** Those it has; a new one opens with one that begins on `today`. */
  rotations: readonly Rotation[];
  today: string;
  contacts: readonly Option[];
  save: FormAction;
  preview: PreviewShifts;
  submitText: string;
};

/** The form of an on-call schedule, with who would have it beside it. */
export function OnCallForm({ values, rotations, today, contacts, save, preview, submitText }: Props) {
  const [state, submit] = useActionState(save, { values, errors: {} });
  const [timeZone, setTimeZone] = useState(values.timeZone);
  const [typed, setTyped] = useState(() => (rotations.length > 0 ? rotations.map(typedRotation) : [newRotation(today)]));
  const json = JSON.stringify(typed.map(untypedRotation));
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
      <Form isHeld state={state} action={submit} className="content-start">
        <Field label="Name" name="name" hint="Such as “Mail team”." error={state.errors.name}>
          {(control) => <TextInput {...control} defaultValue={state.values.name} autoComplete="off" />}
        </Field>
        <Field
          label="Time zone"
          name="timeZone"
          hint="It is handed over at this time of the day there, also when clocks change."
          error={state.errors.timeZone}
        >
          {(control) => (
            <Select {...control} value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
              {TIME_ZONES.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          )}
        </Field>
        {typed.map((rotation, index) => (
          <RotationFields
            key={rotation.key}
            index={index}
            isOnly={typed.length === 1}
            rotation={rotation}
            contacts={contacts}
            errors={state.errors}
            onChange={(changed) => setTyped(typed.map((each) => (each.key === rotation.key ? changed : each)))}
            onRemove={() => setTyped(typed.filter((each) => each.key !== rotation.key))}
          />
        ))}
        <div>
          <Button onClick={() => setTyped([...typed, newRotation(today)])}>
            <Plus aria-hidden /> Add a rotation
          </Button>
          <p className="mt-1.5 text-sm text-muted">A later rotation goes over an earlier one wherever it has somebody.</p>
        </div>
        <input type="hidden" name="rotations" value={json} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingText="Saving">{submitText}</SubmitButton>
          <LinkButton href="/on-call" variant="ghost">
            Cancel
          </LinkButton>
        </div>
      </Form>
      <ShiftPreview rotations={json} timeZone={timeZone} ask={preview} />
    </div>
  );
}
