"use client";

import { useActionState, useTransition, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { toast } from "#components/ui/toast.ts";
import { CODE_DIGITS } from "#core/channel/channel-code.ts";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

type Props = {
  label: ReactNode;
  /** Where a page has several. */
  id?: string;
  /** Both bound to what they confirm. Sending a new code says what is wrong, or nothing. */
  confirm: FormAction;
  sendCode: () => Promise<string | null>;
  /** The button that confirms. */
  children: ReactNode;
};

/** Where a code is entered that was sent to an address, and a new one is asked for. */
export function CodeForm({ label, id, confirm, sendCode, children }: Props) {
  const [isSending, startSending] = useTransition();
  const confirmAloud: FormAction = async (before, form) => {
    const after = await confirm(before, form);
    if (after.done) await toast(after.done); // the form is gone with it
    return after;
  };
  const [state, submit] = useActionState(confirmAloud, EMPTY_FORM);
  const sendAgain = () =>
    startSending(async () => {
      const trouble = await sendCode();
      await toast(trouble ?? "A new code is on its way. Those before count no more.", { isError: trouble !== null });
    });
  return (
    <Form state={state} action={submit} className="max-w-md">
      <Field label={label} name="code" id={id} error={state.errors.code}>
        {(control) => (
          <TextInput
            {...control}
            mono
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={CODE_DIGITS * 2}
            defaultValue={state.values.code}
            className="max-w-40 tracking-widest"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        {children}
        <Button variant="ghost" disabled={isSending} onClick={sendAgain}>
          Send a new code
        </Button>
      </div>
    </Form>
  );
}
