import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { makeIncident } from "#testing/outbox.ts";
import { addNote } from "./add-note.ts";
import { deleteNote } from "./delete-note.ts";
import { editNote } from "./edit-note.ts";
import { listIncidentEvents } from "./list-incident-events.ts";
import { listNotes } from "./list-notes.ts";
import { readPostMortem } from "./read-post-mortem.ts";
import { savePostMortem } from "./save-post-mortem.ts";

const personOf = ({ id: userId, email }: { id: number; email: string }) => ({ userId, email });

async function makeScene() {
  const team = await makeTeam();
  const [ada, bob] = [await makeUser({ team }), await makeUser({ team, role: "member" })];
  const incident = await makeIncident(await makeMonitor(team));
  return { teamId: team.id, incidentId: incident.id, ada: personOf(ada), bob: personOf(bob) };
}

test("notes say who and when, in the order in which they were written", async () => {
  const { teamId, incidentId, ada, bob } = await makeScene();
  expect(await addNote(teamId, incidentId, ada.userId, "Rang the hoster.\n\nThey know.")).toBe("added");
  expect(await addNote(teamId, incidentId, bob.userId, "<b>bold</b>")).toBe("added");
  expect(await listNotes(teamId, incidentId)).toMatchObject([
    { by: ada.email, text: "Rang the hoster.\n\nThey know.", writtenAt: expect.any(Date), editedAt: null },
    { by: bob.email, text: "<b>bold</b>" },
  ]);
});

test("only its author changes a note or takes it away, and the timeline keeps that", async () => {
  const { teamId, incidentId, ada, bob } = await makeScene();
  await addNote(teamId, incidentId, ada.userId, "Wrong");
  const { noteId } = (await listNotes(teamId, incidentId))[0]!;
  expect(await editNote(teamId, noteId, bob.userId, "Mine now")).toBe(false);
  expect(await deleteNote(teamId, noteId, bob)).toBe(false);
  expect(await editNote(teamId, noteId, ada.userId, "Wrong")).toBe(true);
  expect((await listNotes(teamId, incidentId))[0]!.editedAt).toBeNull();
  expect(await editNote(teamId, noteId, ada.userId, "Right")).toBe(true);
  expect(await listNotes(teamId, incidentId)).toMatchObject([{ text: "Right", editedAt: expect.any(Date) }]);
  expect(await deleteNote(teamId, noteId, ada)).toBe(true);
  expect(await deleteNote(teamId, noteId, ada)).toBe(false);
  expect(await listNotes(teamId, incidentId)).toEqual([]);
  expect(await listIncidentEvents(teamId, incidentId)).toMatchObject([{ event: { kind: "note_deleted", by: ada.email } }]);
});

test("another team reads, writes, changes and deletes nothing", async () => {
  const { teamId, incidentId, ada } = await makeScene();
  await addNote(teamId, incidentId, ada.userId, "Ours");
  const { noteId } = (await listNotes(teamId, incidentId))[0]!;
  const stranger = await makeTeam();
  expect(await listNotes(stranger.id, incidentId)).toEqual([]);
  expect(await addNote(stranger.id, incidentId, ada.userId, "Theirs")).toBe("not-found");
  expect(await editNote(stranger.id, noteId, ada.userId, "Theirs")).toBe(false);
  expect(await deleteNote(stranger.id, noteId, ada)).toBe(false);
  expect(await listNotes(teamId, incidentId)).toMatchObject([{ text: "Ours" }]);
});

test("an incident takes five hundred notes, and no more", async () => {
  const { teamId, incidentId, ada } = await makeScene();
  const note = { incidentId, userId: ada.userId, text: "." };
  await prisma.incidentNote.createMany({ data: Array.from({ length: 499 }, () => note) });
  expect(await addNote(teamId, incidentId, ada.userId, "The last")).toBe("added");
  expect(await addNote(teamId, incidentId, ada.userId, "One more")).toBe("too-many");
});

test("the notes of somebody who has left stay", async () => {
  const { teamId, incidentId, bob } = await makeScene();
  await addNote(teamId, incidentId, bob.userId, "Bye");
  await prisma.user.delete({ where: { id: bob.userId } });
  expect(await listNotes(teamId, incidentId)).toMatchObject([{ by: null, userId: null, text: "Bye" }]);
});

test("a post-mortem is written once it is over, and the second of two who change it at once is told", async () => {
  const { teamId, incidentId, ada, bob } = await makeScene();
  expect(await savePostMortem(teamId, incidentId, ada, "Too early", null)).toBe("not-found");
  await prisma.incident.update({ where: { id: incidentId }, data: { resolvedAt: new Date() } });
  expect(await savePostMortem((await makeTeam()).id, incidentId, ada, "Not mine", null)).toBe("not-found");

  expect(await savePostMortem(teamId, incidentId, ada, "The disk was full.", null)).toBe("saved");
  const first = (await readPostMortem(teamId, incidentId))!;
  expect(first).toMatchObject({ text: "The disk was full.", by: ada.email });
  const both = await Promise.all([
    savePostMortem(teamId, incidentId, ada, "Ada's", first.savedAt),
    savePostMortem(teamId, incidentId, bob, "Bob's", first.savedAt),
  ]);
  expect(both.toSorted()).toEqual(["changed", "saved"]);
  expect(await savePostMortem(teamId, incidentId, bob, null, first.savedAt)).toBe("changed");
  const { savedAt } = (await readPostMortem(teamId, incidentId))!;
  expect(await savePostMortem(teamId, incidentId, bob, null, savedAt)).toBe("saved");
  expect(await readPostMortem(teamId, incidentId)).toBeNull();
  expect(await readPostMortem((await makeTeam()).id, incidentId)).toBeNull();
  const kinds = (await listIncidentEvents(teamId, incidentId)).map(({ event }) => event.kind);
  expect(kinds).toEqual(["post_mortem_written", "post_mortem_changed", "post_mortem_deleted"]);
});
