"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { askForReset } from "#app/_data/account/ask-for-reset.ts";
import { clientAddress } from "#app/_data/client-address.ts";
import { emailAddressSchema } from "#core/channel/channel.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

/** Asks for the mail with the link. The answer is the same whether or not the address has an account. */
export async function askForLink(_: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const parsed = emailAddressSchema.safeParse(values.email ?? "");
  if (!parsed.success) return { values, errors: { email: parsed.error.issues[0]!.message } };

  const waitS = await askForReset(parsed.data, clientAddress(await headers()));
  if (waitS > 0) return { values, errors: {}, message: waitSentence(waitS) };
  redirect(`/forgot/sent?to=${encodeURIComponent(parsed.data)}`);
}
