"use client";

import { useActionState, useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

type Means = {
  confirm: FormAction;
  /** Says what is wrong, or nothing. */
  sendCode: () => Promise<string | null>;
};

/** A form in which a code is entered that was sent somewhere, and the way to ask for a new one. */
export function useCodeForm({ confirm, sendCode }: Means) {
  const [isSending, startSending] = useTransition();
  const confirmAloud: FormAction = async (before, form) => {
    const after = await confirm(before, form);
    if (after.done) await toast(after.done); // the form is gone with it
    return after;
  };
  const [state, submit] = useActionState(confirmAloud, EMPTY_FORM);
  const again = () =>
    startSending(async () => {
      const trouble = await sendCode();
      await toast(trouble ?? "A new code is on its way. Those before count no more.", { isError: trouble !== null });
    });
  return { state, submit, isSending, again };
}
