import { Field, FieldError } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { secretField } from "#core/monitor/monitor-form.ts";

type Props = { names: readonly string[]; isStored: boolean; error: string | undefined };

const KEEP =
  "Stored ones are never shown: leave all of them empty to keep them. They stay only while each goes to the same server for the same user.";

/** The passwords that the steps of a script ask for, each by its name. */
export function ScriptSecrets({ names, isStored, error }: Props) {
  return (
    <div className="grid gap-4">
      {isStored && <p className="max-w-prose text-sm text-muted">{KEEP}</p>}
      {names.map((name) => (
        <Field key={name} name={secretField(name)} label={`Password “${name}”`}>
          {(control) => (
            <PasswordInput control={{ ...control, ...(error ? { "aria-invalid": true } : {}) }} autoComplete="new-password" />
          )}
        </Field>
      ))}
      {error && <FieldError id="field-secrets-error">{error}</FieldError>}
    </div>
  );
}
