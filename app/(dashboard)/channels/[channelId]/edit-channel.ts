"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { changeChannel, secretFields } from "#app/_data/change-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Saves what was changed of a channel of a kind. The secrets among it are never sent back. */
export async function editChannel(channelId: number, kind: string, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form, secretFields(kind));
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const outcome = await changeChannel(editor, channelId, typedValues(form));
  if (outcome === "not-found") notFound();
  if (outcome !== "edited") return { values, errors: outcome.errors };
  revalidatePath("/channels", "layout");
  return { values: {}, errors: {}, done: "The channel is saved." };
}
