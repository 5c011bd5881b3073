"use client";

import { useActionState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { REPORT_LINK_LIFETIMES } from "#core/domain/report-link.ts";
import { EMPTY_FORM, type FormState } from "#core/form/form-state.ts";

type State = FormState & { link?: string };

/** Makes a link to the report of a domain, and shows it this once. */
export function ShareForm({ action }: { action: (state: State, form: FormData) => Promise<State> }) {
  const [state, submit] = useActionState<State, FormData>(action, EMPTY_FORM);
  return (
    <div className="grid gap-5">
      <Form state={state} action={submit} className="max-w-sm">
        <ChoiceField
          label="How long it works"
          name="lifetime"
          words={REPORT_LINK_LIFETIMES}
          value="30"
          error={state.errors.lifetime}
        />
        <SubmitButton variant="secondary" pendingText="Making it" className="justify-self-start">
          Make a link
        </SubmitButton>
      </Form>
      {state.link && (
        <Alert tone="success" title="The link is made">
          <p>Copy it now: it is not shown again. Whoever has it can open the report, without an account.</p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <code
              data-testid="report-link"
              className="min-w-0 rounded bg-sunken px-2 py-1 font-mono text-sm wrap-anywhere select-all"
            >
              {state.link}
            </code>
            <CopyText text={state.link}>Copy link</CopyText>
          </p>
        </Alert>
      )}
    </div>
  );
}
