"use server";

import { z } from "zod";
import { changePassword as change } from "#app/_data/account/change-password.ts";
import { openSession } from "#app/_data/session.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { isAddressItself, newPasswordSchema, PASSWORD_IS_ADDRESS } from "#core/account/password.ts";
import { fieldErrors, type FormState } from "#core/form/form-state.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

const schema = z.object({ oldPassword: z.string().min(1, "Enter your old password."), newPassword: newPasswordSchema });

/** Sets another password; every session ends but the one it was asked in. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const { userId, email } = await requireViewer();
  const parsed = schema.safeParse({ oldPassword: form.get("oldPassword") ?? "", newPassword: form.get("newPassword") ?? "" });
  if (!parsed.success) return refuse(fieldErrors(parsed.error));
  if (isAddressItself(parsed.data.newPassword, email)) return refuse({ newPassword: PASSWORD_IS_ADDRESS });

  const result = await change(userId, parsed.data.oldPassword, parsed.data.newPassword);
  if (result.outcome === "limited") return refuse({}, waitSentence(result.waitS));
  if (result.outcome === "wrong") return refuse({ oldPassword: "This is not your password." });
  await openSession({ userId, sessionVersion: result.sessionVersion });
  return { values: {}, errors: {}, done: "Your password is changed, and every other session has ended." };
}

/** Nothing that was typed here is sent back. */
function refuse(errors: Record<string, string>, message?: string): FormState {
  return { values: {}, errors, message };
}
