"use server";

import { redirect } from "next/navigation";
import { endAccount } from "#app/_data/account/end-account.ts";
import { closeSession } from "#app/_data/session.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

export async function deleteAccount(_: FormState, form: FormData): Promise<FormState> {
  const { userId, email } = await requireViewer();
  const values = typedValues(form);
  if (values.typedEmail?.trim().toLowerCase() !== email)
    return { values, errors: { typedEmail: "Type your address exactly as it is." } };

  if ((await endAccount(userId)) === "last-owner")
    return {
      values,
      errors: {},
      message: "You are the only owner of a team that others are in. Make somebody else its owner first.",
    };
  await closeSession();
  redirect("/");
}
