import { LinkButton } from "#components/ui/link-button.tsx";

/** What an address leads to that leads nowhere. */
export function NothingHere({ href, label }: { href: string; label: string }) {
  return (
    <div className="grid max-w-form justify-items-start gap-4 py-6 sm:py-12">
      <h1 className="text-xl font-semibold">There is nothing here</h1>
      <p className="text-muted">
        The address may be mistyped, what it showed may have been deleted, or it belongs to another team.
      </p>
      <LinkButton href={href} variant="primary">
        {label}
      </LinkButton>
    </div>
  );
}
