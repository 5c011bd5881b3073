"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LinkedText } from "#components/ui/linked-text.tsx";
import type { FormAction } from "#core/form-state.ts";
import { TextForm } from "./text-form.tsx";
import { useSaidForm } from "./use-said-form.ts";

type OwnNoteProps = { noteId: number; text: string; edit: FormAction; remove: () => Promise<void> };

/** A note that its reader wrote, and may change or take away. */
export function OwnNote({ noteId, text, edit, remove }: OwnNoteProps) {
  const [isEditing, setIsEditing] = useState(false);
  const { state, submit } = useSaidForm(edit, () => setIsEditing(false));
  if (isEditing) {
    const cancel = () => setIsEditing(false);
    const words = { label: "Your note", submitText: "Save note", pendingText: "Saving" };
    return <TextForm {...{ state, submit, text, ...words }} id={`note-${noteId}`} rows={5} onCancel={cancel} />;
  }
  return (
    <>
      <LinkedText>{text}</LinkedText>
      <div className="flex gap-1">
        <Button variant="ghost" size="sm" onClick={() => setIsEditing(true)}>
          <Pencil aria-hidden /> Edit
        </Button>
        <ConfirmDialog
          title="Delete your note?"
          description="The timeline keeps that there was one, and not what it said."
          confirmText="Delete note"
          trigger={
            <Button variant="ghost" size="sm">
              <Trash2 aria-hidden /> Delete
            </Button>
          }
          onConfirm={remove}
        />
      </div>
    </>
  );
}

/** Room for a new note. */
export function AddNote({ add }: { add: FormAction }) {
  const { state, submit } = useSaidForm(add);
  const words = {
    label: "New note",
    hint: "Your team reads it here. Links can be followed.",
    submitText: "Add note",
    pendingText: "Adding",
  };
  return <TextForm {...{ state, submit, ...words }} id="note-new" rows={3} />;
}
