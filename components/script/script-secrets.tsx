import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { secretField } from "#core/monitor/monitor-form.ts";

type Props = {
  names: readonly string[];
  /** Those that are stored, and may stay. */
  stored: readonly string[];
  error: string | undefined;
};

/** The passwords that the steps of a script ask for, each by its name. One that is stored stays until somebody changes it. */
export function ScriptSecrets({ names, stored, error }: Props) {
  const [changed, setChanged] = useState<readonly string[]>([]);
  const isNeeded = (name: string) => !stored.includes(name) || (error?.includes(`“${name}”`) ?? false);
  return (
    <div className="grid gap-4">
      {names.map((name) => {
        const isTyped = isNeeded(name) || changed.includes(name);
        return isTyped ? (
          <TypedSecret
            key={name}
            name={name}
            hasError={error !== undefined}
            keep={isNeeded(name) ? undefined : () => setChanged(changed.filter((each) => each !== name))}
          />
        ) : (
          <KeptSecret key={name} name={name} change={() => setChanged([...changed, name])} />
        );
      })}
      {error && <FieldError id="field-secrets-error">{error}</FieldError>}
    </div>
  );
}

function KeptSecret({ name, change }: { name: string; change: () => void }) {
  return (
    <div className="grid justify-items-start gap-1.5">
      <p className="text-sm font-medium wrap-anywhere">Password “{name}”</p>
      <p className="max-w-prose text-sm text-muted">
        Stored, and never shown. It stays only while it goes to the same server for the same user.
      </p>
      <Button variant="secondary" onClick={change}>
        Change<span className="sr-only"> password “{name}”</span>
      </Button>
    </div>
  );
}

type TypedProps = { name: string; hasError: boolean; keep: (() => void) | undefined };

function TypedSecret({ name, hasError, keep }: TypedProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (keep !== undefined) place.current?.querySelector("input")?.focus(); // somebody asked to change it
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only as it appears
  }, []);
  return (
    <div ref={place} className="grid gap-1.5">
      <Field name={secretField(name)} label={`Password “${name}”`}>
        {(control) => (
          <PasswordInput control={{ ...control, ...(hasError ? { "aria-invalid": true } : {}) }} autoComplete="new-password" />
        )}
      </Field>
      {keep && (
        <Button variant="ghost" className="justify-self-start" onClick={keep}>
          Keep the stored one<span className="sr-only"> of “{name}”</span>
        </Button>
      )}
    </div>
  );
}
