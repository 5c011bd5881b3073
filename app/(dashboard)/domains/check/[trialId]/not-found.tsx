import { LinkButton } from "#components/ui/link-button.tsx";

/** What is left of a check of a domain that nobody watches. */
export default function NotFound() {
  return (
    <div className="grid max-w-form justify-items-start gap-4 py-6 sm:py-12">
      <h1 className="text-xl font-semibold">This report is gone</h1>
      <p className="text-muted">
        What a check of a domain found is kept for a day, for the team that asked for it. Check the domain once more.
      </p>
      <LinkButton href="/domains/check" variant="primary">
        Check a domain
      </LinkButton>
    </div>
  );
}
