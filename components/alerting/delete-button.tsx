"use client";

import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

/** Deletes something that is told by, or tells: before it is asked what it is for says what that means. */
export function DeleteButton({
  name,
  what,
  remove,
  children,
}: {
  name: string;
  what: string;
  remove: () => Promise<void>;
  children: ReactNode;
}) {
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      description={children}
      confirmText={`Delete ${what}`}
      trigger={
        <Button>
          <Trash2 aria-hidden /> Delete
        </Button>
      }
      onConfirm={remove}
    />
  );
}
