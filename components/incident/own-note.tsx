"use client";

import { useState } from "react";
import { LinkedText } from "#components/ui/linked-text.tsx";
import type { FormAction } from "#core/form/form-state.ts";
import { EditAndDelete } from "./edit-and-delete.tsx";
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
      <EditAndDelete what="your note" onEdit={() => setIsEditing(true)} onDelete={remove} />
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
