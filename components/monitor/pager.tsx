import { LinkButton } from "#components/ui/link-button.tsx";

/** The way through a list of several pages; nothing where there is one. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-4">
      <span className="text-muted">
        Page {page} of {pages}
      </span>
      <span className="flex gap-2">
        {page > 1 && (
          <LinkButton size="sm" href={hrefOf(page - 1)} rel="prev" prefetch={false}>
            Previous
          </LinkButton>
        )}
        {page < pages && (
          <LinkButton size="sm" href={hrefOf(page + 1)} rel="next" prefetch={false}>
            Next
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
