/** What somebody of the team wrote about an incident. */
export type IncidentNote = {
  noteId: number;
  /** Its author; null where they have left. */
  userId: number | null;
  by: string | null;
  text: string;
  writtenAt: Date;
  editedAt: Date | null;
};
