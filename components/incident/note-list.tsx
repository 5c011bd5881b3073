import { LinkedText } from "#components/ui/linked-text.tsx";
import { Time } from "#components/ui/time.tsx";
import type { FormAction } from "#core/form/form-state.ts";
import type { IncidentNote } from "#core/incident/incident-note.ts";
import { AddNote, OwnNote } from "./own-note.tsx";

type Props = {
  notes: readonly IncidentNote[];
  /** Who looks at them, and may change what they wrote themselves; null where they may only look. */
  editorId: number | null;
  zone: string;
  add: FormAction;
  edit: (noteId: number, ...args: Parameters<FormAction>) => ReturnType<FormAction>;
  remove: (noteId: number) => Promise<void>;
};

/** What people of the team wrote about an incident, oldest first, and room for the next. */
export function NoteList({ notes, editorId, zone, add, edit, remove }: Props) {
  return (
    <div className="grid gap-6">
      {notes.length === 0 && <p className="text-muted">Nobody has written anything yet.</p>}
      {notes.length > 0 && (
        <ul aria-label="Notes" className="border-t border-line">
          {notes.map((note) => (
            <li key={note.noteId} className="grid gap-1 border-b border-line py-3">
              <p className="text-sm wrap-anywhere text-muted">
                <span className="font-medium text-text">{note.by ?? "Somebody who has left"}</span>{" "}
                <Time at={note.writtenAt} zone={zone} />
                {note.editedAt && (
                  <>
                    , changed <Time at={note.editedAt} zone={zone} />
                  </>
                )}
              </p>
              {editorId !== null && note.userId === editorId ? (
                <OwnNote
                  noteId={note.noteId}
                  text={note.text}
                  edit={edit.bind(null, note.noteId)}
                  remove={remove.bind(null, note.noteId)}
                />
              ) : (
                <LinkedText>{note.text}</LinkedText>
              )}
            </li>
          ))}
        </ul>
      )}
      {editorId !== null && <AddNote add={add} />}
    </div>
  );
}
