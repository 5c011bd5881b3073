"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { signInSentence } from "#core/check/sign-in-sentence.ts";
import { EMPTY_FORM, typedValues, type FormState } from "#core/form/form-state.ts";

/** Opens a session and goes on to `returnTo`, a path of this site. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [state, submit] = useActionState(async (_: FormState, form: FormData): Promise<FormState> => {
    const values = typedValues(form, ["password"]);
    const answer = await signIn("credentials", { email: values.email, password: form.get("password"), redirect: false });
    if (!answer?.ok) return { values, errors: {}, message: signInSentence(answer?.error) };
    window.location.assign(returnTo); // a fresh page: nothing of a signed-out one is kept
    return { values, errors: {} };
  }, EMPTY_FORM);

  return (
    <Form state={state} action={submit}>
      <Field label="E-mail address" name="email">
        {(control) => <TextInput {...control} type="email" autoComplete="username" defaultValue={state.values.email} />}
      </Field>
      <Field label="Password" name="password">
        {(control) => <PasswordInput control={control} autoComplete="current-password" />}
      </Field>
      <SubmitButton pendingText="Signing in">Sign in</SubmitButton>
    </Form>
  );
}
