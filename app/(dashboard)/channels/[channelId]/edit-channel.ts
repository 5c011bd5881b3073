"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { changeChannel } from "#app/_data/change-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { parseChannelForm } from "#core/channel-form.ts";
import { fieldErrors, typedValues, type FormState } from "#core/form-state.ts";

export async function editChannel(channelId: number, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseChannelForm(values);
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error) };
  if (!(await changeChannel(editor, channelId, parsed.data))) notFound();
  revalidatePath("/channels", "layout");
  return { values: {}, errors: {}, done: "The channel is saved." };
}
