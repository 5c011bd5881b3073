"use server";

import { redirect } from "next/navigation";
import { reset } from "#app/_data/account/reset.ts";
import { openSession } from "#app/_data/session.ts";
import { newPasswordSchema, PASSWORD_IS_ADDRESS } from "#core/account/password.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Sets the new password, opens a session under it and leads to the dashboard. */
export async function setPassword(_: FormState, form: FormData): Promise<FormState> {
  const { token = "", password = "" } = typedValues(form);
  const parsed = newPasswordSchema.safeParse(password);
  if (!parsed.success) return { values: {}, errors: { password: parsed.error.issues[0]!.message } };

  const result = await reset(token, parsed.data);
  switch (result.outcome) {
    case "set":
      await openSession(result);
      return redirect("/monitors");
    case "is-address":
      return { values: {}, errors: { password: PASSWORD_IS_ADDRESS } };
    case "gone":
      return { values: {}, errors: {}, message: "This link does not work any more. Ask for another one." };
  }
}
