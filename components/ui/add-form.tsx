"use client";

import { useActionState, type ComponentProps } from "react";
import { EMPTY_FORM, type FormAction } from "#core/form/form-state.ts";
import { Alert } from "./alert.tsx";
import { Form } from "./form.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { WireField } from "./wire-field.tsx";

type Props = Omit<ComponentProps<typeof WireField>, "value" | "error"> & {
  action: FormAction;
  /** What its button says. */
  submitText: string;
};

/** A form of one field that adds something to a list. */
export function AddForm({ action, submitText, ...field }: Props) {
  const [state, submit] = useActionState(action, EMPTY_FORM);
  return (
    <Form state={state} action={submit} className="max-w-sm">
      <WireField {...field} value={state.values[field.name]} error={state.errors[field.name]} />
      {state.done && <Alert tone="success">{state.done}</Alert>}
      <SubmitButton className="justify-self-start">{submitText}</SubmitButton>
    </Form>
  );
}
