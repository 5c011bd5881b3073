import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { fieldText, fieldValue, type FieldValue } from "#core/script/field-text.ts";
import type { StepField } from "#core/script/step-forms.ts";
import { PairRows } from "./pair-rows.tsx";

export type Write = (path: readonly string[], value: FieldValue | undefined) => void;

type Props = {
  field: StepField;
  value: unknown;
  /** Tells the fields of a page apart. */
  id: string;
  /** The names of the servers of a protocol. */
  serversOf: (protocol: string) => string[];
  write: Write;
};

/** One part of a step or a server. What is typed goes into the script with each key; what stands there is shown as it was typed. */
export function ScriptField({ field, value, id, serversOf, write }: Props) {
  const { path, label, hint, as, isNeeded } = field;
  const [draft, setDraft] = useState<string | null>(null);
  if (as === "values" || as === "texts")
    return <PairRows label={label} hint={hint} as={as} id={id} value={value} write={(pairs) => write(path, pairs)} />;
  const shown = draft ?? fieldText(field, value);
  const type = (typed: string) => {
    setDraft(typed);
    write(path, fieldValue(field, typed));
  };
  const choices = as === "choice" ? field.words : as === "server" ? named(serversOf(field.protocol)) : null;
  return (
    <Field label={label} hint={hint} name={id} id={id}>
      {(control) =>
        choices !== null ? (
          <Select {...control} defaultValue={shown} onChange={({ target }) => write(path, fieldValue(field, target.value))}>
            {!(shown in choices) && <option value={shown}>{shown === "" ? "as usual" : shown}</option>}
            {!isNeeded && shown in choices && <option value="">as usual</option>}
            {Object.entries(choices).map(([choice, word]) => (
              <option key={choice} value={choice}>
                {word}
              </option>
            ))}
          </Select>
        ) : as === "lines" || as === "block" ? (
          <TextArea
            {...control}
            className="font-mono"
            rows={as === "block" ? 3 : 2}
            value={shown}
            onChange={({ target }) => type(target.value)}
            onBlur={() => setDraft(null)}
          />
        ) : (
          <TextInput
            {...control}
            mono={as !== "text"}
            inputMode={as === "number" ? "numeric" : undefined}
            autoComplete="off"
            value={shown}
            onChange={({ target }) => type(target.value)}
            onBlur={() => setDraft(null)}
          />
        )
      }
    </Field>
  );
}

function named(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
