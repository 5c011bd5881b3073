"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { askForSignUp } from "#app/_data/account/ask-for-sign-up.ts";
import { clientAddress } from "#app/_data/client-address.ts";
import { isAddressItself, newPasswordSchema, PASSWORD_IS_ADDRESS } from "#core/account/password.ts";
import { emailAddressSchema } from "#core/channel/channel.ts";
import { fieldErrors, typedValues, type FormState } from "#core/form/form-state.ts";
import { waitSentence } from "#core/form/wait-sentence.ts";

const signUpSchema = z
  .object({ email: emailAddressSchema, password: newPasswordSchema })
  .refine(({ email, password }) => !isAddressItself(password, email), { path: ["password"], error: PASSWORD_IS_ADDRESS });

/** Asks for the confirmation mail. The answer is the same whether or not the address has an account. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form, ["password"]);
  const parsed = signUpSchema.safeParse({ email: values.email ?? "", password: form.get("password") ?? "" });
  if (!parsed.success) return { values, errors: fieldErrors(parsed.error) };

  const { email, password } = parsed.data;
  const waitS = await askForSignUp(email, password, clientAddress(await headers()));
  if (waitS > 0) return { values, errors: {}, message: waitSentence(waitS) };
  redirect(`/sign-up/sent?to=${encodeURIComponent(email)}`);
}
