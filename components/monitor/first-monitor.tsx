import Form from "next/form";
import { CheckDomainBox } from "#components/domain/check-domain-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Props = { canEdit: boolean; checkDomain: (form: FormData) => Promise<void> };

/** What a team without monitors sees: one field that shows all of a domain at once, and one for a single server. */
export function FirstMonitor({ canEdit, checkDomain }: Props) {
  if (!canEdit) return <EmptyState title="No monitors yet">Somebody who may change this team adds the first one.</EmptyState>;
  return (
    <EmptyState
      title="Add your first monitor"
      action={
        <div className="grid w-full max-w-form gap-8">
          <CheckDomainBox action={checkDomain} isPrimary className="justify-center" />
          <div className="grid gap-3">
            <p className="text-muted">Or add a single server: the next page lets you try it before anything is saved.</p>
            <Form action="/monitors/new" className="flex flex-wrap justify-center gap-2">
              <TextInput mono name="host" aria-label="Mail server" placeholder="mx1.example.com" className="min-w-40 flex-1" />
              <Button type="submit">Add monitor</Button>
            </Form>
          </div>
        </div>
      }
    >
      Enter your domain, or an address in it. In a few seconds you see where its mail goes, how each server there takes it, and what
      protects it from forgery. One click more watches all of it.
    </EmptyState>
  );
}
