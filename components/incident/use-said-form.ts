"use client";

import { useActionState } from "react";
import { toast } from "#components/ui/toast.ts";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";

/** The state of a form whose success is said in passing: `onDone` puts away what it stood in. */
export function useSaidForm(action: FormAction, onDone?: () => void) {
  const [state, submit, isPending] = useActionState<Awaited<ReturnType<FormAction>>, FormData>(async (before, form) => {
    const after = await action(before, form);
    if (after.done === undefined) return after;
    onDone?.();
    void toast(after.done);
    return EMPTY_FORM;
  }, EMPTY_FORM);
  return { state, submit, isPending };
}
