"use server";

import { redirect } from "next/navigation";
import { makeChannel, secretFields } from "#app/_data/change-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { ChannelFormState } from "#core/channel/channel-form.ts";
import { typedValues } from "#core/form/form-state.ts";

/** Adds a channel of a kind. Where we made a secret for it, the form shows it in place of going on to the channel. */
export async function addChannel(kind: string, _: ChannelFormState, form: FormData): Promise<ChannelFormState> {
  const editor = await requireEditor();
  const values = typedValues(form, secretFields(kind));
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const outcome = await makeChannel(editor, kind, typedValues(form));
  if ("errors" in outcome) return { values, errors: outcome.errors };
  if (outcome.secrets.length === 0) redirect(`/channels/${outcome.channelId}`);
  return { values: {}, errors: {}, made: outcome };
}
