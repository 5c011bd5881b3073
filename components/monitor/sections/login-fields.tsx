import { ChoiceField } from "#components/ui/choice-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import type { DialogueKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { MECHANISM_WORDS } from "#core/monitor/monitor-form-words.ts";
import { NO_LOGIN } from "#core/monitor/monitor-form.ts";
import { goUpTo } from "./go-up-to.ts";

type Props = FormState & { kind: DialogueKind; hasSecret: boolean };

const KEEP =
  "One is stored and never shown: leave this empty to keep it. Another server, port, TLS mode or user name needs it again.";

/** How the check logs in. Choosing a way lets the check go up to the login, or to what only shows after it. */
export function LoginFields({ kind, values, errors, hasSecret }: Props) {
  return (
    <div className="group/login grid gap-5">
      <ChoiceField
        label="Log in with"
        name="mechanism"
        words={MECHANISM_WORDS}
        value={values.mechanism}
        error={errors.mechanism}
        hint="The password only ever goes through TLS, to a server whose certificate is right. Refused once, it is not tried again until you say so: no account gets locked."
        onChange={({ target }) => target.value !== NO_LOGIN && goUpTo(target.form, kind, "login")}
      />
      <div className="grid gap-5 group-has-[option[value=none]:checked]/login:hidden">
        <WireField label="User name" name="username" value={values.username} error={errors.username} />
        <Field label="Password or token" name="password" hint={hasSecret ? KEEP : undefined} error={errors.password}>
          {(control) => <PasswordInput control={control} autoComplete="new-password" />}
        </Field>
      </div>
    </div>
  );
}
