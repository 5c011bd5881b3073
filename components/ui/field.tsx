import type { ReactNode } from "react";

/** What a control needs to belong to its label, hint and error: spread it on the control. */
export type FieldControl = { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true };

type Props = {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  error?: string;
  /** Where two fields of one page share a name. */
  id?: string;
  children: (control: FieldControl) => ReactNode;
};

/** A labelled control with its hint and its error: `<Field label="Port" name="port">{(control) => <TextInput {...control} />}</Field>`. */
export function Field({ label, name, hint, error, id = `field-${name}`, children }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, name, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The sentence under a control that says what is wrong with what was typed. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm font-medium wrap-anywhere text-danger">
      {children}
    </p>
  );
}
