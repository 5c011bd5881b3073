"use client";

import { cx } from "class-variance-authority";
import { useActionState, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { meansSomething, type ChannelField } from "#core/channel/channel-field.ts";
import type { ChannelFormAction, ChannelFormState } from "#core/channel/channel-form.ts";
import { EMPTY_FORM } from "#core/form/form-state.ts";
import { ChannelInput } from "./channel-input.tsx";
import { MadeSecrets } from "./made-secrets.tsx";

type Props = {
  action: ChannelFormAction;
  fields: readonly ChannelField[];
  /** What it is as it is now; none for a new one. */
  values?: Record<string, string>;
  /** The names of the secrets that are stored, and stay where nothing is typed. */
  storedSecrets?: readonly string[];
};

/** The form of a channel, made from what its kind asks for. Where we made a secret for a new one, that stands in its place, once. */
export function ChannelForm({ action, fields, values: stored, storedSecrets = [] }: Props) {
  const [state, submit] = useActionState<ChannelFormState, FormData>(action, EMPTY_FORM);
  const saves = useSaves(state);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const hasFailed = Object.keys(state.errors).length > 0 || state.message !== undefined;
  const values = hasFailed ? state.values : (stored ?? {});
  if (state.made) return <MadeSecrets {...state.made} title="The channel is added" />;
  return (
    <Form state={state} action={submit} className="max-w-md">
      <Field label="Name" name="name" hint="What it is called in lists, such as “On call”." error={state.errors.name}>
        {(control) => <TextInput {...control} autoComplete="off" defaultValue={values.name} />}
      </Field>
      {fields.map((field) => (
        <div
          key={`${field.name} ${saves}`}
          className={cx(!meansSomething(field, fields, { ...values, ...chosen }) && "hidden noscript:block")}
          onChange={({ target }) =>
            target instanceof HTMLSelectElement && setChosen((now) => ({ ...now, [field.name]: target.value }))
          }
        >
          <ChannelInput
            field={field}
            value={values[field.name]}
            isStored={storedSecrets.includes(field.name)}
            error={state.errors[field.name]}
          />
        </div>
      ))}
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start">{stored ? "Save channel" : "Add channel"}</SubmitButton>
    </Form>
  );
}

/** How often the form was saved: a secret that was typed is stored then, and gone from its field. */
function useSaves(state: ChannelFormState): number {
  const [{ seen, saves }, setSaves] = useState({ seen: state, saves: 0 });
  if (seen === state) return saves;
  const now = saves + (state.done === undefined ? 0 : 1);
  setSaves({ seen: state, saves: now });
  return now;
}
