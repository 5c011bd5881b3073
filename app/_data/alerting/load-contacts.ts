import { notFound } from "next/navigation";
import { requireViewer, type Viewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { ROADS } from "#core/escalation/policy-words.ts";
import { parseId } from "#core/form/parse-id.ts";
import { listMembers } from "#db/team/list-members.ts";
import { loadPeople, namesOfPoliciesTelling, type People } from "./load-people.ts";

/** The contacts of the viewer's team, each with their channels in order and what tells them. */
export async function loadContacts() {
  const viewer = await requireViewer();
  const people = await loadPeople(viewer.teamId);
  return { canEdit: canEdit(viewer.role), contacts: people.contacts.map((contact) => shown(contact, people)) };
}

/** The form for a new contact. */
export async function loadContactForm() {
  const viewer = await requireViewer();
  return { canEdit: canEdit(viewer.role), ...(await choicesOf(viewer, await loadPeople(viewer.teamId))) };
}

/** A contact of the viewer's team with the form; not found for any other. */
export async function loadContact(idText: string) {
  const viewer = await requireViewer();
  const contactId = parseId(idText) ?? notFound();
  const people = await loadPeople(viewer.teamId);
  const found = people.contacts.find((each) => each.contactId === contactId) ?? notFound();
  return {
    canEdit: canEdit(viewer.role),
    contact: shown(found, people),
    values: { name: found.name, userId: String(found.user?.id ?? ""), channelIds: found.channelIds.join(",") },
    ...(await choicesOf(viewer, people)),
  };
}

function shown({ contactId, name, user, channelIds }: People["contacts"][number], people: People) {
  return {
    contactId,
    name,
    email: user?.email ?? null,
    channels: channelIds.flatMap((channelId) => people.channels.filter((each) => each.channelId === channelId)),
    policies: namesOfPoliciesTelling(people.policies, (tell) => "contactId" in tell && tell.contactId === contactId),
    schedules: people.onCall
      .filter(({ schedule: { rotations, overrides } }) =>
        [...rotations.flatMap(({ contactIds }) => contactIds), ...overrides.map((each) => each.contactId)].includes(contactId),
      )
      .map((each) => each.name),
  };
}

async function choicesOf(viewer: Viewer, { channels }: People) {
  return {
    members: await listMembers(viewer.teamId),
    channels: channels.map(({ channelId, kind, name, isConfirmed }) => ({
      id: channelId,
      label: `${name} (${ROADS[kind]}${isConfirmed ? "" : ", not confirmed yet"})`,
    })),
  };
}
