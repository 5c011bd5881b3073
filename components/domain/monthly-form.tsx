"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** `next` is when it is next sent there, in words; null where it is not. */
export type MonthlyChannel = { channelId: number; name: string; address: string; isConfirmed: boolean; next: string | null };

type Props = { channels: readonly MonthlyChannel[]; action: FormAction };

/** Which e-mail channels get a mail about each month of a domain. */
export function MonthlyForm({ channels, action }: Props) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  if (channels.length === 0) {
    return (
      <p className="text-muted">
        There is no e-mail channel yet.{" "}
        <Link className="link" href="/channels/new/email">
          Add one
        </Link>
      </p>
    );
  }
  return (
    <Form state={state} action={submit}>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">Send it to these channels</legend>
        {channels.map((channel) => (
          <Checkbox
            key={channel.channelId}
            name="channel"
            value={channel.channelId}
            defaultChecked={channel.next !== null}
            label={channel.name}
            hint={hintOf(channel)}
          />
        ))}
      </fieldset>
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton variant="secondary" pendingText="Saving" className="justify-self-start">
        Save
      </SubmitButton>
    </Form>
  );
}

function hintOf({ name, address, isConfirmed, next }: MonthlyChannel): string | undefined {
  const parts = [
    ...(name === address ? [] : [address]),
    ...(isConfirmed ? [] : ["not confirmed yet, so nothing is sent"]),
    ...(next === null ? [] : [`next on ${next}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(", ");
}
