import { cx } from "class-variance-authority";
import { Button } from "#components/ui/button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Props = { action: (form: FormData) => Promise<void>; isPrimary?: boolean; className?: string };

/** One field for a domain or a mail address, and from there to all there is to say of it. Works without scripts. */
export function CheckDomainBox({ action, isPrimary, className }: Props) {
  return (
    <form action={action} noValidate className={cx("flex flex-wrap gap-2", className)}>
      <TextInput
        mono
        name="domain"
        aria-label="Domain or e-mail address"
        placeholder="example.com"
        inputMode="email"
        className="min-w-40 flex-1"
      />
      <Button type="submit" variant={isPrimary ? "primary" : "secondary"}>
        Check domain
      </Button>
    </form>
  );
}
