import type { ChannelDraft } from "#core/channel-form.ts";
import type { Viewer } from "#core/viewer.ts";
import { addChannel } from "#db/channel/add-channel.ts";
import { deleteChannel } from "#db/channel/delete-channel.ts";
import { editChannel } from "#db/channel/edit-channel.ts";
import { addTestDelivery } from "#db/delivery/add-test-delivery.ts";

/** Adds a channel to the editor's team and returns its id. */
export function makeChannel(editor: Viewer, draft: ChannelDraft): Promise<number> {
  return addChannel(editor.teamId, draft);
}

/** Changes a channel of the editor's team; false where there is none such. */
export function changeChannel(editor: Viewer, channelId: number, draft: ChannelDraft): Promise<boolean> {
  return editChannel(editor.teamId, channelId, draft);
}

/** Removes a channel of the editor's team; one that is gone already is gone. */
export async function removeChannel(editor: Viewer, channelId: number): Promise<void> {
  await deleteChannel(editor.teamId, channelId);
}

/** Puts a test message into the outbox of a channel. */
export function testChannel(editor: Viewer, channelId: number): ReturnType<typeof addTestDelivery> {
  return addTestDelivery(editor.teamId, channelId, editor.userId);
}
