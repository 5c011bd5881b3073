"use server";

import { redirect } from "next/navigation";
import { makeChannel } from "#app/_data/change-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { parseChannelForm } from "#core/channel-form.ts";
import { fieldErrors, typedValues, type FormState } from "#core/form-state.ts";

export async function addChannel(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseChannelForm(values);
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error) };
  redirect(`/channels/${await makeChannel(editor, parsed.data)}`);
}
