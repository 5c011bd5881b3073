"use client";

import { useActionState, useEffect, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { ChannelField } from "#core/channel-field.ts";
import type { ChannelFormAction } from "#core/channel-form.ts";
import { EMPTY_FORM } from "#core/form-state.ts";
import { ChannelInput } from "./channel-input.tsx";
import { MadeSecrets } from "./made-secrets.tsx";

type Props = {
  action: ChannelFormAction;
  fields: readonly ChannelField[];
  /** What it is as it is now; none for a new one. */
  values?: Record<string, string>;
  /** Whether secrets are stored, which stay where nothing is typed. */
  hasSecrets?: boolean;
};

/** The form of a channel, made from what its kind asks for. Where we made a secret for a new one, that stands in its place, once. */
export function ChannelForm({ action, fields, values: stored, hasSecrets = false }: Props) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const hasFailed = Object.keys(state.errors).length > 0 || state.message !== undefined;
  const values = hasFailed ? state.values : (stored ?? {});
  const [isShown, follow] = useShownFields(values);
  if (state.made) return <MadeSecrets {...state.made} title="The channel is added" />;
  return (
    <Form state={state} action={submit} className="max-w-md">
      <Field label="Name" name="name" hint="What it is called in lists, such as “On call”." error={state.errors.name}>
        {(control) => <TextInput {...control} autoComplete="off" defaultValue={values.name} />}
      </Field>
      {fields.map((field) => (
        <div key={field.name} hidden={!isShown(field)} onChange={(event) => follow(field, event.target)}>
          <ChannelInput field={field} value={values[field.name]} isStored={hasSecrets} error={state.errors[field.name]} />
        </div>
      ))}
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start">{stored ? "Save channel" : "Add channel"}</SubmitButton>
    </Form>
  );
}

/** Which fields mean something by what is chosen now. Without JavaScript all are shown. */
function useShownFields(values: Record<string, string>): [(field: ChannelField) => boolean, (field: ChannelField, control: EventTarget) => void] {
  const [chosen, setChosen] = useState<Record<string, string> | null>(null);
  useEffect(() => setChosen((now) => now ?? {}), []);
  const isShown = ({ onlyWhere }: ChannelField) =>
    chosen === null || onlyWhere === undefined || (chosen[onlyWhere.name] ?? values[onlyWhere.name] ?? onlyWhere.isUsual) === onlyWhere.is;
  const follow = ({ name }: ChannelField, control: EventTarget) => {
    if (control instanceof HTMLSelectElement) setChosen((now) => ({ ...now, [name]: control.value }));
  };
  return [isShown, follow];
}
