"use client";

import { X } from "lucide-react";
import * as RadixDialog from "radix-ui/dialog";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

type Props = {
  title: string;
  description?: ReactNode;
  /** The button that opens it; leave it out where `open` is held by the caller. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
};

/** A dialog over the page: focus stays in it, Escape closes it, and focus goes back to where it came from. */
export function Dialog({ title, description, trigger, open, onOpenChange, children }: Props) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger>}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.1_0.01_260/0.55)]" />
        <RadixDialog.Content
          aria-describedby={description ? undefined : ""}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-6 shadow-xl"
        >
          <div className="grid gap-1 pr-8">
            <RadixDialog.Title className="text-lg font-semibold wrap-anywhere">{title}</RadixDialog.Title>
            {description && <RadixDialog.Description className="wrap-anywhere text-muted">{description}</RadixDialog.Description>}
          </div>
          {children}
          <RadixDialog.Close asChild>
            <Button variant="ghost" size="sm" aria-label="Close" className="absolute top-4 right-4 w-8 px-0">
              <X aria-hidden />
            </Button>
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** The button that closes the dialog it stands in. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <RadixDialog.Close asChild>{children}</RadixDialog.Close>;
}
