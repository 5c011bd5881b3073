import type { ChangeEventHandler } from "react";
import { Field } from "./field.tsx";
import { Select } from "./select.tsx";

type Props = {
  label: string;
  name: string;
  /** The choices and what each is called, in the order in which they are offered. */
  words: Record<string, string>;
  value: string | undefined;
  hint?: string;
  error: string | undefined;
  onChange?: ChangeEventHandler<HTMLSelectElement>;
};

/** One of several, each said in words. */
export function ChoiceField({ label, name, words, value, hint, error, onChange }: Props) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <Select {...control} defaultValue={value} onChange={onChange}>
          {Object.entries(words).map(([choice, word]) => (
            <option key={choice} value={choice}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
