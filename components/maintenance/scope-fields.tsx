"use client";

import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormState } from "#core/form/form-state.ts";
import { SCOPES } from "#core/maintenance/maintenance-form.ts";

type Props = {
  state: FormState;
  choices: { monitors: readonly { monitorId: number; name: string }[]; tags: readonly string[] };
};

/** For which monitors it is. Monitors that get a tag later, or are added later, are in it too. */
export function ScopeFields({ state: { values, errors }, choices }: Props) {
  const [scope, setScope] = useState(values.scope ?? "all");
  return (
    <>
      <ChoiceField
        label="For"
        name="scope"
        words={SCOPES}
        value={values.scope}
        error={errors.scope}
        onChange={(event) => setScope(event.target.value)}
      />
      {scope === "tags" && (
        <Field
          label="Tags"
          name="tags"
          hint={
            choices.tags.length === 0
              ? "No monitor has a tag yet. Separate several by commas."
              : `Separate several by commas. There are: ${choices.tags.slice(0, 20).join(", ")}`
          }
          error={errors.tags}
        >
          {(control) => (
            <TextInput {...control} defaultValue={values.tags} autoComplete="off" autoCapitalize="none" spellCheck={false} />
          )}
        </Field>
      )}
      {scope === "monitors" && (
        <fieldset aria-describedby={errors.monitors ? "field-monitors-error" : undefined}>
          <legend className="mb-1.5 text-sm font-medium">Monitors</legend>
          <div className="max-h-72 overflow-y-auto rounded-md border border-line px-3 py-1.5">
            {choices.monitors.map(({ monitorId, name }) => (
              <Checkbox
                key={monitorId}
                name="monitor"
                value={monitorId}
                defaultChecked={(values.monitors ?? "").split(",").includes(String(monitorId))}
                label={name}
              />
            ))}
            {choices.monitors.length === 0 && <p className="py-1 text-muted">There is no monitor yet.</p>}
          </div>
          <div className="mt-1.5">{errors.monitors && <FieldError id="field-monitors-error">{errors.monitors}</FieldError>}</div>
        </fieldset>
      )}
    </>
  );
}
