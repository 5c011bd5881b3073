"use client";

import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormState } from "#core/form/form-state.ts";
import { ENDS, NTH, REPEATS, WEEKDAYS } from "#core/maintenance/maintenance-form.ts";

const UNITS: Record<string, string> = { daily: "days", weekly: "weeks", weekday: "months", monthday: "months" };

/** How it repeats. Only what belongs to the choice is shown and sent. */
export function RepeatFields({ values, errors }: FormState) {
  const [repeat, setRepeat] = useState(values.repeat ?? "once");
  const unit = UNITS[repeat];
  return (
    <>
      <ChoiceField
        label="Repeats"
        name="repeat"
        words={REPEATS}
        value={values.repeat}
        error={errors.repeat}
        onChange={(event) => setRepeat(event.target.value)}
      />
      {repeat === "weekly" && <WeekdayFields ticked={values.weekdays ?? ""} error={errors.weekdays} />}
      {repeat === "weekday" && (
        <div className="grid grid-cols-2 items-start gap-5">
          <ChoiceField label="Which one" name="nth" words={NTH_IN_ORDER} value={values.nth} error={errors.nth} />
          <ChoiceField label="Day of the week" name="nthDay" words={WEEKDAYS} value={values.nthDay} error={errors.nthDay} />
        </div>
      )}
      {repeat === "monthday" && (
        <Field
          label="Day of the month"
          name="monthDay"
          hint="A month that does not have the day is left out."
          error={errors.monthDay}
        >
          {(control) => (
            <Select {...control} defaultValue={values.monthDay}>
              {Array.from({ length: 31 }, (_, index) => (
                <option key={index}>{index + 1}</option>
              ))}
              <option value="-1">the last one</option>
            </Select>
          )}
        </Field>
      )}
      {repeat === "own" && (
        <Field
          label="Rule"
          name="rule"
          hint="As calendars write it (RFC 5545), such as FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 for the last working day of each month."
          error={errors.rule}
        >
          {(control) => (
            <TextInput mono {...control} defaultValue={values.rule} autoComplete="off" autoCapitalize="none" spellCheck={false} />
          )}
        </Field>
      )}
      {unit && <EndFields values={values} errors={errors} unit={unit} />}
    </>
  );
}

/** A number as a key would come before the others: the last one is last. */
const NTH_IN_ORDER = Object.fromEntries(["1", "2", "3", "4", "-1"].map((nth) => [nth, NTH[nth as unknown as keyof typeof NTH]]));

function WeekdayFields({ ticked, error }: { ticked: string; error: string | undefined }) {
  return (
    <fieldset aria-describedby={error ? "field-weekdays-error" : undefined}>
      <legend className="mb-1.5 text-sm font-medium">On</legend>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-4">
        {Object.entries(WEEKDAYS).map(([day, word]) => (
          <Checkbox key={day} name="weekday" value={day} defaultChecked={ticked.split(",").includes(day)} label={word} />
        ))}
      </div>
      {error && <FieldError id="field-weekdays-error">{error}</FieldError>}
    </fieldset>
  );
}

function EndFields({ values, errors, unit }: Pick<FormState, "values" | "errors"> & { unit: string }) {
  const [ends, setEnds] = useState(values.ends ?? "never");
  return (
    <div className="grid items-start gap-5 sm:grid-cols-3">
      <Field label={`Every so many ${unit}`} name="every" error={errors.every}>
        {(control) => <TextInput {...control} inputMode="numeric" defaultValue={values.every} autoComplete="off" />}
      </Field>
      <ChoiceField
        label="Ends"
        name="ends"
        words={ENDS}
        value={values.ends}
        error={errors.ends}
        onChange={(event) => setEnds(event.target.value)}
      />
      {ends === "until" && (
        <Field label="Last day" name="untilDay" error={errors.untilDay}>
          {(control) => <TextInput {...control} type="date" defaultValue={values.untilDay} />}
        </Field>
      )}
      {ends === "count" && (
        <Field label="Times" name="count" error={errors.count}>
          {(control) => <TextInput {...control} inputMode="numeric" defaultValue={values.count} autoComplete="off" />}
        </Field>
      )}
    </div>
  );
}
