"use client";

import * as AlertDialog from "radix-ui/alert-dialog";
import { useState, useTransition, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { TextInput } from "./text-input.tsx";

type Props = {
  title: string;
  description: ReactNode;
  /** What the confirming button says: the verb, such as "Delete monitor". */
  confirmText: string;
  /** The button that opens it; leave it out where `open` is held by the caller (a menu item). */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where given, this has to be typed before the button works. */
  typedConfirmation?: string;
  onConfirm: () => Promise<void> | void;
};

/** Asks before something that cannot be taken back. It stays open while it happens; what goes wrong goes to the error page. */
export function ConfirmDialog(props: Props) {
  const { title, description, confirmText, trigger, typedConfirmation, onConfirm } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [isPending, startTransition] = useTransition();
  const change = (open: boolean) => {
    setTyped("");
    setOwnOpen(open);
    props.onOpenChange?.(open);
  };
  const confirm = () =>
    startTransition(async () => {
      await onConfirm();
      change(false);
    });

  return (
    <AlertDialog.Root open={props.open ?? ownOpen} onOpenChange={change}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.1_0.01_260/0.55)]" />
        <AlertDialog.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 gap-5 overflow-y-auto rounded-lg border border-line bg-surface p-6 shadow-xl">
          <div className="grid gap-2">
            <AlertDialog.Title className="text-lg font-semibold wrap-anywhere">{title}</AlertDialog.Title>
            <AlertDialog.Description className="wrap-anywhere text-muted">{description}</AlertDialog.Description>
          </div>
          {typedConfirmation && (
            <Field label={`Type ${typedConfirmation} to confirm`} name="typedConfirmation">
              {(control) => (
                <TextInput {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
              )}
            </Field>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <Button
              variant="danger"
              disabled={isPending || (typedConfirmation !== undefined && typed.trim() !== typedConfirmation)}
              onClick={confirm}
            >
              {confirmText}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
