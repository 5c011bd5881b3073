"use server";

import { redirect } from "next/navigation";
import { confirm } from "#app/_data/account/confirm.ts";
import { openSession } from "#app/_data/session.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

/** Turns the sign-up into an account, opens its first session and leads to the dashboard. */
export async function confirmAddress(_: FormState, form: FormData): Promise<FormState> {
  const { token = "", password = "", timeZone = "" } = typedValues(form);
  if (password === "") return { values: {}, errors: { password: "Enter the password you chose." } };

  const confirmation = await confirm(token, password, timeZone);
  switch (confirmation.outcome) {
    case "confirmed":
      await openSession(confirmation);
      return redirect("/monitors");
    case "wrong":
      return { values: {}, errors: { password: "This is not the password that was chosen for this sign-up." } };
    case "limited":
      return { values: {}, errors: {}, message: waitSentence(confirmation.waitS) };
    case "taken":
      return { values: {}, errors: {}, message: "This address has an account already. Sign in, or set a new password." };
    case "gone":
      return {
        values: {},
        errors: {},
        message: "This link does not work any more. Sign in if you used it already, or sign up again.",
      };
  }
}
