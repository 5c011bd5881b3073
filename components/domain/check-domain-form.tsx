import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Props = { action: (form: FormData) => Promise<void>; typed: string; error: string | undefined };

/** The field for a domain or a mail address on a page of its own. */
export function CheckDomainForm({ action, typed, error }: Props) {
  return (
    <form action={action} noValidate className="grid gap-5">
      <Field label="Domain or e-mail address" name="domain" hint="Such as example.com or postmaster@example.com" error={error}>
        {(control) => (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this page
          <TextInput mono {...control} defaultValue={typed} autoFocus inputMode="email" />
        )}
      </Field>
      <SubmitButton pendingText="Checking" className="justify-self-start">
        Check domain
      </SubmitButton>
    </form>
  );
}
