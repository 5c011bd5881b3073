import { CircleCheck, CircleDashed } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DnsList } from "#core/blocklist/dns-list.ts";
import type { FormState } from "#core/form/form-state.ts";
import { ListKeyForm } from "./list-key-form.tsx";

type Props = {
  lists: readonly (DnsList & { keySince: number | null })[];
  zone: string;
  canEdit: boolean;
  putKey: (list: string, state: FormState, form: FormData) => Promise<FormState>;
  deleteKey: (list: string) => Promise<void>;
};

/** The lists that know keys: whether one is kept, where one gets it, and where it is entered. */
export function KeyedListRows({ lists, zone, canEdit, putKey, deleteKey }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {lists.map(({ id, name, zone: publicZone, keyed, keySince }) => (
        <li key={id} className="grid gap-x-6 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
          <div className="grid content-start gap-1">
            <span className="font-medium">{name}</span>
            {keySince === null ? (
              <span className="flex items-start gap-1.5 text-muted">
                <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0" />
                {publicZone === null ? "No key: it is not asked." : "No key: it is asked as everybody asks it."}
              </span>
            ) : (
              <span className="flex items-start gap-1.5 text-up">
                <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
                <span>
                  A key is kept <Time at={keySince} zone={zone} />
                </span>
              </span>
            )}
            {keyed?.url && (
              <a className="link w-fit text-sm" href={keyed.url} rel="noreferrer" target="_blank">
                Where one gets a key
              </a>
            )}
            {canEdit && keySince !== null && (
              <form action={deleteKey.bind(null, id)}>
                <Button type="submit" variant="ghost" aria-label={`Forget the key for ${name}`}>
                  Forget the key
                </Button>
              </form>
            )}
          </div>
          {canEdit && (
            <ListKeyForm key={keySince} list={id} listName={name} isKept={keySince !== null} action={putKey.bind(null, id)} />
          )}
        </li>
      ))}
    </ul>
  );
}
