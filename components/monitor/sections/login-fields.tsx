import { lazy, Suspense } from "react";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import type { DialogueKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { MECHANISM_WORDS } from "#core/monitor/monitor-form-words.ts";
import { NO_LOGIN } from "#core/monitor/monitor-form.ts";
import { goUpTo } from "./go-up-to.ts";

// Fetched when somebody wants a login: most monitors have none.
const LoginSecrets = lazy(() => import("./login-secrets.tsx"));

type Props = FormState & { kind: DialogueKind; isLogin: boolean; hasSecret: boolean };

/** How the check logs in. Choosing a way lets the check go up to the login, or to what only shows after it. */
export function LoginFields({ kind, values, errors, isLogin, hasSecret }: Props) {
  return (
    <div className="grid gap-5">
      <ChoiceField
        label="Log in with"
        name="mechanism"
        words={MECHANISM_WORDS}
        value={values.mechanism}
        error={errors.mechanism}
        hint="The password only ever goes through TLS, to a server whose certificate is right. Refused once, it is not tried again until you say so: no account gets locked."
        onChange={({ target }) => target.value !== NO_LOGIN && goUpTo(target.form, kind, "login")}
      />
      {isLogin && (
        <Suspense>
          <LoginSecrets values={values} errors={errors} hasSecret={hasSecret} />
        </Suspense>
      )}
    </div>
  );
}
