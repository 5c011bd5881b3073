"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { FormAction } from "#core/form/form-state.ts";
import { useSaidForm } from "./use-said-form.ts";

const WHAT_IT_MEANS =
  "Nothing has recovered, so no channel is told, and the monitor stays as it is. Nobody is told of the same trouble for an hour; " +
  "another one opens a new incident at once.";

/** Asks why an incident is over. `isBig` beside a big button. */
export function ResolveDialog({ resolve, isBig }: { resolve: FormAction; isBig: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = (
    <Button size={isBig ? "lg" : "md"} className={isBig ? "w-full sm:w-auto" : undefined}>
      Resolve by hand
    </Button>
  );
  return (
    <Dialog title="Resolve by hand" description={WHAT_IT_MEANS} trigger={trigger} open={isOpen} onOpenChange={setIsOpen}>
      <ResolveForm resolve={resolve} onDone={() => setIsOpen(false)} />
    </Dialog>
  );
}

function ResolveForm({ resolve, onDone }: { resolve: FormAction; onDone: () => void }) {
  const { state, submit } = useSaidForm(resolve, onDone);
  return (
    <Form state={state} action={submit}>
      <Field label="Why it is over" name="why" hint="It stands in the timeline." error={state.errors.why}>
        {(control) => <TextArea {...control} autoCapitalize="sentences" spellCheck defaultValue={state.values.why} />}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton pendingText="Resolving">Resolve</SubmitButton>
      </div>
    </Form>
  );
}
