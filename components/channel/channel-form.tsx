"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { OFFERED_CHANNEL_KINDS } from "#core/channel-form.ts";
import { EMPTY_FORM, type FormAction } from "#core/form-state.ts";

type Props = { action: FormAction; channel?: { kind: string; name: string; address: string } };

/** A new channel, or one to change: then its kind stays what it is. */
export function ChannelForm({ action, channel }: Props) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  const values = { kind: "email", name: channel?.name, address: channel?.address, ...state.values };
  return (
    <Form state={state} action={submit} className="max-w-sm">
      {channel ? (
        <input type="hidden" name="kind" value={channel.kind} />
      ) : (
        <ChoiceField label="Kind" name="kind" words={OFFERED_CHANNEL_KINDS} value={values.kind} error={state.errors.kind} />
      )}
      <Field label="Name" name="name" hint="What it is called in lists, such as “On call”." error={state.errors.name}>
        {(control) => <TextInput {...control} autoComplete="off" defaultValue={values.name} />}
      </Field>
      <Field
        label="E-mail address"
        name="address"
        hint="Best one whose mail does not pass through the servers you watch."
        error={state.errors.address}
      >
        {(control) => <TextInput {...control} type="email" autoComplete="off" defaultValue={values.address} />}
      </Field>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start">{channel ? "Save channel" : "Add channel"}</SubmitButton>
    </Form>
  );
}
