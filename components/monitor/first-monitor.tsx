import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

/** What a team without monitors sees: one field that leads to the form. */
export function FirstMonitor({ canEdit }: { canEdit: boolean }) {
  if (!canEdit) return <EmptyState title="No monitors yet">Somebody who may change this team adds the first one.</EmptyState>;
  return (
    <EmptyState
      title="Add your first monitor"
      action={
        <Form action="/monitors/new" className="flex w-full max-w-form flex-wrap justify-center gap-2">
          <TextInput mono name="host" aria-label="Mail server" placeholder="mx1.example.com" className="min-w-56 flex-1" />
          <Button type="submit" variant="primary">
            Add monitor
          </Button>
        </Form>
      }
    >
      Which mail server do you want to know about? Enter its host name; the next page lets you try it before anything is saved.
    </EmptyState>
  );
}
