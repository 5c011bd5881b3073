import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { ChoiceLink } from "#components/ui/choice-link.tsx";
import { Select } from "#components/ui/select.tsx";
import { incidentQueryHref, type IncidentQuery } from "#core/incident/incident-query.ts";

type Props = {
  query: IncidentQuery;
  open: number;
  total: number;
  /** Those that have had an incident. */
  monitors: readonly { monitorId: number; name: string }[];
};

/** Which incidents to show: those that are open or all, of one monitor or any. It lives in the address, so it can be kept and passed on. */
export function IncidentFilter({ query, open, total, monitors }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <nav aria-label="Filter by state" className="flex flex-wrap gap-1">
        <ChoiceLink href={incidentQueryHref({ ...query, isOpen: false, page: 1 })} isChosen={!query.isOpen}>
          All <span className="text-muted">{total}</span>
        </ChoiceLink>
        <ChoiceLink href={incidentQueryHref({ ...query, isOpen: true, page: 1 })} isChosen={query.isOpen}>
          Open <span className="text-muted">{open}</span>
        </ChoiceLink>
      </nav>
      <Form action="/incidents" className="flex w-full gap-2 sm:w-80">
        {query.isOpen && <input type="hidden" name="state" value="open" />}
        <Select name="monitor" aria-label="Monitor" defaultValue={query.monitorId ?? ""} className="min-w-0 flex-1">
          <option value="">All monitors</option>
          {monitors.map(({ monitorId, name }) => (
            <option key={monitorId} value={monitorId}>
              {name}
            </option>
          ))}
        </Select>
        <Button type="submit">Show</Button>
      </Form>
    </div>
  );
}
