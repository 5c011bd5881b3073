import { Button } from "#components/ui/button.tsx";
import type { DnsList } from "#core/blocklist/dns-list.ts";
import { SUBJECT_WORDS, WEIGHT_WORDS } from "#core/blocklist/weight-words.ts";

type Props = { lists: readonly DnsList[]; canEdit: boolean; remove: (list: string) => Promise<void> };

/** The lists of a team's own. */
export function OwnListRows({ lists, canEdit, remove }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lists.map(({ id, name, zone, keyed, holds, weight }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="grid min-w-0 gap-0.5">
            <span className="font-medium wrap-anywhere">{name}</span>
            <span className="font-mono text-sm wrap-anywhere">{zone ?? keyed?.zone}</span>
            <span className="text-sm text-muted">
              {WEIGHT_WORDS[weight].name}, holds {holds.map((subject) => SUBJECT_WORDS[subject]).join(", ")}
            </span>
          </div>
          {canEdit && (
            <form action={remove.bind(null, id)}>
              <Button type="submit" variant="ghost" aria-label={`Remove ${name}`}>
                Remove
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
