"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { FormState } from "#core/form/form-state.ts";

type Props = {
  state: FormState;
  submit: (form: FormData) => void;
  label: string;
  hint?: string;
  /** Where several such forms stand on a page. */
  id: string;
  /** What stands in it at first. */
  text?: string;
  rows: number;
  submitText: string;
  pendingText: string;
  onCancel?: () => void;
  children?: ReactNode;
};

/** A text about an incident, to be written or changed. Ctrl or ⌘ with Enter sends it. */
export function TextForm({ state, submit, label, hint, id, text, rows, submitText, pendingText, onCancel, children }: Props) {
  return (
    <Form state={state} action={submit} className="max-w-2xl">
      {children}
      <Field label={label} name="text" id={id} hint={hint} error={state.errors.text}>
        {(control) => (
          <TextArea
            {...control}
            rows={rows}
            autoCapitalize="sentences"
            spellCheck
            ref={onCancel && focusOn}
            aria-keyshortcuts="Control+Enter"
            onKeyDown={sendOnCtrlEnter}
            defaultValue={state.values.text ?? text}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant={onCancel ? "primary" : "secondary"} pendingText={pendingText}>
          {submitText}
        </SubmitButton>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </Form>
  );
}

/** Whoever asked to write something writes now. */
function focusOn(area: HTMLTextAreaElement | null) {
  area?.focus();
}

function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
