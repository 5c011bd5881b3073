"use server";

import { revalidatePath } from "next/cache";
import { confirmByCode } from "#app/_data/confirm-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Confirms the channel's address by the code that was sent to it. */
export async function confirmChannel(channelId: number, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const trouble = await confirmByCode(editor, channelId, values.code ?? "");
  if (trouble) return { values, errors: { code: trouble } };
  revalidatePath("/channels", "layout");
  return { values: {}, errors: {}, done: "The address is confirmed." };
}
