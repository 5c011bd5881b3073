"use client";

import { cx } from "class-variance-authority";
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import type { FormState } from "#core/form/form-state.ts";
import { Alert } from "./alert.tsx";

type Props = {
  state: FormState;
  action: (form: FormData) => void;
  className?: string;
  /** Whether its fields are held by the components around them: React sets a form back once it was sent, and would show what they are not. */
  isHeld?: boolean;
  children: ReactNode;
};

/**
 * A form whose answers are sentences of ours: the browser's own bubbles are off, the sentence about the whole stands on top, and the
 * first field with something wrong gets the focus. No field with something wrong stays folded away.
 */
export function Form({ state, action, className, isHeld, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return;
    const wrong = [...(form.current?.querySelectorAll<HTMLElement>("[aria-invalid=true]") ?? [])];
    for (const field of wrong) field.closest("details")?.setAttribute("open", "");
    wrong[0]?.focus();
  }, [state]);
  return (
    <form ref={form} action={action} noValidate onReset={isHeld ? keep : undefined} className={cx("grid gap-5", className)}>
      {state.message && <Alert tone="error">{state.message}</Alert>}
      {children}
    </form>
  );
}

function keep(event: FormEvent): void {
  event.preventDefault();
}
