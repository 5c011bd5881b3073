import { readChannelForm, type ReadForm } from "#channels/read-form.ts";
import { settingsOfKind, type KindOfChannel } from "#channels/settings-by-kind.ts";
import type { Viewer } from "#core/account/viewer.ts";
import type { ChannelBefore, ChannelDraft } from "#core/channel/channel-draft.ts";
import { FORMER_SECRET_H, type MadeSecret } from "#core/channel/channel-form.ts";
import { addChannel } from "#db/channel/add-channel.ts";
import { deleteChannel } from "#db/channel/delete-channel.ts";
import { editChannel } from "#db/channel/edit-channel.ts";
import { databaseNow } from "#db/database-now.ts";
import { addTestDelivery } from "#db/delivery/add-test-delivery.ts";
import { sendCode } from "./confirm-channel.ts";
import { numberComplaint, whyNotOffered } from "./phone-offer.ts";

type Values = Readonly<Record<string, string>>;
type Refused = { errors: Record<string, string> };

/** Which of a form's fields are secret, and are never sent back to it. */
export function secretFields(kind: string): string[] {
  return settingsOfKind(kind)?.fields.flatMap(({ type, name }) => (type === "secret" ? [name] : [])) ?? [];
}

/** Adds a channel to the editor's team; where its address is to be confirmed, the code is on its way. */
export async function makeChannel(
  editor: Viewer,
  kindText: string,
  values: Values,
): Promise<Refused | { channelId: number; secrets: MadeSecret[] }> {
  const kind = settingsOfKind(kindText);
  if (!kind) return { errors: { kind: "Choose a kind of channel." } };
  const whyNot = whyNotOffered(kind);
  if (whyNot !== null) return { errors: { kind: whyNot } };
  const read = readForm(kind, values, null);
  if ("errors" in read) return read;
  const draft = draftOf(kind, read, editor, null);
  const channelId = await addChannel(editor.teamId, draft);
  if (!draft.isVerified) await sendCode(editor, channelId);
  return { channelId, secrets: madeSecrets(kind, draft) };
}

/** Changes a channel of the editor's team. Where it leads to another address now, that one is to be confirmed. */
export async function changeChannel(editor: Viewer, channelId: number, values: Values): Promise<Refused | "edited" | "not-found"> {
  let refused: Refused | null = null;
  let draft: ChannelDraft | null = null;
  const isEdited = await editChannel(editor.teamId, channelId, (before) => {
    const kind = settingsOfKind(before.kind);
    const read = kind && readForm(kind, values, before);
    if (!read) return null;
    if ("errors" in read) refused = read;
    else draft = draftOf(kind, read, editor, before);
    return draft;
  });
  if (refused) return refused;
  if (!isEdited || !draft) return "not-found";
  if (!(draft as ChannelDraft).isVerified) await sendCode(editor, channelId);
  return "edited";
}

/** Makes the secrets that we make anew; the ones before count for a while longer. None where there is no such channel. */
export async function renewSecrets(editor: Viewer, channelId: number): Promise<MadeSecret[]> {
  let secrets: MadeSecret[] = [];
  const until = new Date((await databaseNow()) + FORMER_SECRET_H * 60 * 60_000).toISOString();
  await editChannel(editor.teamId, channelId, (before) => {
    const kind = settingsOfKind(before.kind);
    const made = kind?.made.flatMap(({ name, former, make }) => [
      [name, make()],
      [former, { secret: before.secrets[name], until }],
    ]);
    const read = kind?.read({ ...before.config, ...before.secrets, ...Object.fromEntries(made ?? []) });
    if (!kind || !read?.success) return null;
    secrets = madeSecrets(kind, read.data);
    return { ...before, ...read.data };
  });
  return secrets;
}

/** Removes a channel of the editor's team; one that is gone already is gone. */
export async function removeChannel(editor: Viewer, channelId: number): Promise<void> {
  await deleteChannel(editor.teamId, channelId);
}

/** Puts a test message into the outbox of a channel. */
export function testChannel(editor: Viewer, channelId: number): ReturnType<typeof addTestDelivery> {
  return addTestDelivery(editor.teamId, channelId, editor.userId);
}

/** Reads a form by what a kind asks for, and by where whoever runs this lets a number be. */
function readForm(kind: KindOfChannel, values: Values, before: ChannelBefore | null): ReadForm {
  const read = readChannelForm(kind, values, before);
  const complaint = "errors" in read ? null : numberComplaint(kind, read);
  return complaint === null ? read : { errors: { number: complaint } };
}

/** Nobody has to confirm the address of their own account again, nor one that was confirmed for this channel before. */
function draftOf(
  { kind, read }: KindOfChannel,
  { name, config, secrets, leadsTo, addressToVerify }: Exclude<ReadForm, Refused>,
  editor: Viewer,
  before: ChannelBefore | null,
): ChannelDraft {
  const addressBefore = before?.isVerified ? read({ ...before.config, ...before.secrets }).data?.addressToVerify : undefined;
  const isVerified = addressToVerify === null || addressToVerify === editor.email || addressToVerify === addressBefore;
  return { kind, name, config, secrets, leadsTo, isVerified };
}

function madeSecrets({ made }: KindOfChannel, { secrets }: Pick<ChannelDraft, "secrets">): MadeSecret[] {
  return made.map(({ name, label, hint }) => ({ label, hint, value: String(secrets[name]) }));
}
