"use client";

import { useActionState, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { OrderedChoice, type Option } from "#components/ui/ordered-choice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormAction } from "#core/form/form-state.ts";

type Props = {
  values: { name: string; userId: string; channelIds: string };
  members: readonly { userId: number; email: string }[];
  channels: readonly Option[];
  save: FormAction;
  submitText: string;
};

/** The form of a contact: who it is, and on which channels they are told, the first one first. */
export function ContactForm({ values, members, channels, save, submitText }: Props) {
  const [state, submit] = useActionState(save, { values, errors: {} });
  const [chosen, setChosen] = useState(values.channelIds === "" ? [] : values.channelIds.split(",").map(Number));
  return (
    <Form isHeld state={state} action={submit} className="max-w-xl">
      <Field label="Name" name="name" hint="The person, as the team calls them." error={state.errors.name}>
        {(control) => <TextInput {...control} defaultValue={state.values.name} autoComplete="off" />}
      </Field>
      <Field label="Signs in as" name="userId" hint="Where they are a user of the team." error={state.errors.userId}>
        {(control) => (
          <Select {...control} defaultValue={state.values.userId}>
            <option value="">nobody of the team’s users</option>
            {members.map(({ userId, email }) => (
              <option key={userId} value={userId}>
                {email}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <OrderedChoice
        id="channels"
        legend="Channels, in the order in which they are tried"
        addText="Add a channel"
        hint="Where one gives up, or takes nothing for three minutes, the next one is told."
        options={channels}
        chosen={chosen}
        onChange={setChosen}
        error={state.errors.channelIds}
      />
      {channels.length === 0 && (
        <p className="text-muted">There is no channel yet: a contact without one cannot be told anything.</p>
      )}
      <input type="hidden" name="channelIds" value={chosen.join(",")} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingText="Saving">{submitText}</SubmitButton>
        <LinkButton href="/contacts" variant="ghost">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}
