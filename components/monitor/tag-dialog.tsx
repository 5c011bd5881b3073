"use client";

import { useState, useTransition, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { toast } from "#components/ui/toast.ts";
import type { SaidOfMany } from "#core/monitor/many-monitors.ts";

type Props = { count: string; trigger: ReactNode; tag: (add: string, remove: string) => Promise<SaidOfMany> };

/** Which tags several monitors get and lose. */
export function TagDialog({ count, trigger, tag }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const change = (form: HTMLFormElement) =>
    startTransition(async () => {
      const said = await tag(typedInto(form, "add"), typedInto(form, "remove"));
      setTrouble(said.ok ? null : said.text);
      if (!said.ok) return;
      setIsOpen(false);
      void toast(said.text);
    });
  return (
    <Dialog
      title={`Tags of ${count}`}
      description="Separated by commas. The tags they have beside these stay."
      trigger={trigger}
      open={isOpen}
      onOpenChange={setIsOpen}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change(event.currentTarget);
        }}
      >
        <Field label="Add" name="add" id="tags-to-add">
          {(control) => <TextInput {...control} autoComplete="off" placeholder="berlin, mx" />}
        </Field>
        <Field label="Take away" name="remove" id="tags-to-remove">
          {(control) => <TextInput {...control} autoComplete="off" />}
        </Field>
        {trouble && <FieldError>{trouble}</FieldError>}
        <Button type="submit" variant="primary" disabled={isPending} className="justify-self-start">
          Change tags
        </Button>
      </form>
    </Dialog>
  );
}

function typedInto(form: HTMLFormElement, name: string): string {
  return (form.elements.namedItem(name) as HTMLInputElement).value;
}
