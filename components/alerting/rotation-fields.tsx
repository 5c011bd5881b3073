"use client";

import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { OrderedChoice, type Option } from "#components/ui/ordered-choice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { newHours, type TypedRotation } from "#core/on-call/on-call-form.ts";
import { HoursFields } from "./hours-fields.tsx";

type Props = {
  index: number;
  isOnly: boolean;
  rotation: TypedRotation;
  contacts: readonly Option[];
  errors: Record<string, string>;
  onChange: (rotation: TypedRotation) => void;
  onRemove: () => void;
};

/** Who take turns, from when on, how often it is handed over, and at which hours it counts. */
export function RotationFields({ index, isOnly, rotation, contacts, errors, onChange, onRemove }: Props) {
  const id = `rotations.${index}`;
  const { contactIds, startsAt, endsAt, count, unit, within } = rotation;
  return (
    <fieldset className="grid gap-4 rounded-lg border border-line p-4">
      <legend className="px-1 font-medium">{isOnly ? "Rotation" : `Rotation ${index + 1}`}</legend>
      <OrderedChoice
        id={`${id}.contactIds`}
        legend="Who take turns, in this order"
        addText="Add a contact"
        options={contacts}
        chosen={contactIds}
        onChange={(chosen) => onChange({ ...rotation, contactIds: chosen })}
        mayRepeat
        error={errors[`${id}.contactIds`]}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Handed over every" name={`${id}.every.count`} error={errors[`${id}.every.count`]}>
          {(control) => (
            <div className="grid grid-cols-[5rem_1fr] gap-2">
              <TextInput
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={count}
                onChange={(event) => onChange({ ...rotation, count: event.target.value })}
              />
              <Select
                aria-label="Unit"
                value={unit}
                onChange={(event) => onChange({ ...rotation, unit: event.target.value as TypedRotation["unit"] })}
              >
                <option value="hours">hours</option>
                <option value="days">days</option>
                <option value="weeks">weeks</option>
              </Select>
            </div>
          )}
        </Field>
        <Field
          label="The first turn begins"
          name={`${id}.startsAt`}
          hint="Every hand-over is at this time of the day."
          error={errors[`${id}.startsAt`]}
        >
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              value={startsAt}
              onChange={(event) => onChange({ ...rotation, startsAt: event.target.value })}
            />
          )}
        </Field>
        <Field label="Ends" name={`${id}.endsAt`} hint="Never, if you leave it empty." error={errors[`${id}.endsAt`]}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              value={endsAt}
              onChange={(event) => onChange({ ...rotation, endsAt: event.target.value })}
            />
          )}
        </Field>
      </div>
      {within.map((hours, at) => (
        <HoursFields
          key={hours.key}
          id={`${id}.within.${at}`}
          hours={hours}
          errors={errors}
          onChange={(changed) => onChange({ ...rotation, within: within.map((each) => (each.key === hours.key ? changed : each)) })}
          onRemove={() => onChange({ ...rotation, within: within.filter((each) => each.key !== hours.key) })}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChange({ ...rotation, within: [...within, newHours()] })}>
          <Plus aria-hidden /> {within.length === 0 ? "Only at some hours" : "More hours"}
        </Button>
        {!isOnly && (
          <Button size="sm" variant="ghost" onClick={onRemove} aria-label={`Remove rotation ${index + 1}`}>
            <X aria-hidden /> Remove rotation
          </Button>
        )}
      </div>
    </fieldset>
  );
}
