import type { ComponentProps } from "react";
import { Field } from "./field.tsx";
import { TextInput } from "./text-input.tsx";

type Props = Omit<ComponentProps<typeof TextInput>, "name" | "defaultValue"> & {
  label: string;
  name: string;
  value: string | undefined;
  hint?: string;
  error: string | undefined;
};

/** A labelled line of what goes over the wire, such as a host or an EHLO name. */
export function WireField({ label, name, value, hint, error, ...input }: Props) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => <TextInput mono defaultValue={value} {...control} {...input} />}
    </Field>
  );
}
