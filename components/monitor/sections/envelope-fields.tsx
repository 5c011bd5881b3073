import type { FormEvent } from "react";
import { WireField } from "#components/ui/wire-field.tsx";
import type { FormState } from "#core/form/form-state.ts";
import { goUpTo } from "./go-up-to.ts";

/** The accept test. Naming a recipient lets the check go up to it. */
export function EnvelopeFields({ values, errors }: FormState) {
  return (
    <>
      <p className="max-w-prose text-sm text-muted">
        The check names a sender and a recipient and takes both back. No message is sent.
      </p>
      <WireField
        label="Recipient to be accepted"
        name="accepted"
        value={values.accepted}
        placeholder="postmaster@example.com"
        inputMode="email"
        hint="A mailbox that is there."
        error={errors.accepted}
        onInput={goUpToIt}
      />
      <WireField
        label="Recipient to be refused"
        name="refused"
        value={values.refused}
        placeholder="nobody-here@example.com"
        inputMode="email"
        hint="A mailbox that is not there, or one of another domain, for which this server must not relay."
        error={errors.refused}
        onInput={goUpToIt}
      />
      <WireField
        label="Sender"
        name="sender"
        value={values.sender}
        inputMode="email"
        hint="Leave it empty to send as bounces do."
        error={errors.sender}
      />
    </>
  );
}

function goUpToIt({ currentTarget }: FormEvent<HTMLInputElement>) {
  if (currentTarget.value.trim() !== "") goUpTo(currentTarget.form, "smtp", "accept");
}
