import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import type { FormState } from "#core/form/form-state.ts";

const KEEP =
  "One is stored and never shown: leave this empty to keep it. Another server, port, TLS mode or user name needs it again.";

/** Who logs in, and by which secret. */
export default function LoginSecrets({ values, errors, hasSecret }: FormState & { hasSecret: boolean }) {
  return (
    <>
      <WireField label="User name" name="username" value={values.username} error={errors.username} />
      <Field label="Password or token" name="password" hint={hasSecret ? KEEP : undefined} error={errors.password}>
        {(control) => <PasswordInput control={control} autoComplete="new-password" />}
      </Field>
    </>
  );
}
