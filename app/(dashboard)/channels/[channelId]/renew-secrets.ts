"use server";

import { renewSecrets as renew } from "#app/_data/change-channel.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import type { MadeSecret } from "#core/channel/channel-form.ts";

/** Makes the secrets of ours anew and tells them, once; none for somebody who may only look. */
export async function renewSecrets(channelId: number): Promise<MadeSecret[]> {
  const editor = await requireEditor();
  return editor ? renew(editor, channelId) : [];
}
