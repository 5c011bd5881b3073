import type { ComponentProps } from "react";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Props = Omit<ComponentProps<typeof TextInput>, "name" | "defaultValue"> & {
  label: string;
  name: string;
  value: string | undefined;
  hint?: string;
  error: string | undefined;
};

/** One line of what goes over the wire: nothing corrects it while it is typed. */
export function WireField({ label, name, value, hint, error, ...input }: Props) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <TextInput mono autoComplete="off" autoCapitalize="none" spellCheck={false} defaultValue={value} {...control} {...input} />
      )}
    </Field>
  );
}
