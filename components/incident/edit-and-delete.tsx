"use client";

import { Pencil, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

type Props = { what: string; onEdit: () => void; onDelete: () => Promise<void> };

/** What somebody may do with what they wrote; `what` is as in “your note”. The timeline keeps that it was deleted, and not what it said. */
export function EditAndDelete({ what, onEdit, onDelete }: Props) {
  return (
    <div className="flex gap-1">
      <Button variant="ghost" size="sm" onClick={onEdit}>
        <Pencil aria-hidden /> Edit
      </Button>
      <ConfirmDialog
        title={`Delete ${what}?`}
        description="The timeline keeps that there was one, and not what it said."
        confirmText={`Delete ${what.split(" ").at(-1)}`}
        trigger={
          <Button variant="ghost" size="sm">
            <Trash2 aria-hidden /> Delete
          </Button>
        }
        onConfirm={onDelete}
      />
    </div>
  );
}
