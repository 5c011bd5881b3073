import { Checkbox } from "#components/ui/checkbox.tsx";
import type { KnownLocation } from "#core/check/known-location.ts";

type Props = { locations: readonly KnownLocation[]; ticked: readonly string[] };

/** Where a monitor is checked from. */
export default function LocationChoice({ locations, ticked }: Props) {
  return (
    <fieldset aria-describedby="locations-hint">
      <legend className="mb-1.5 text-sm font-medium">Check from</legend>
      <p id="locations-hint" className="mb-1 text-sm text-muted">
        They take turns, and confirm what one of them sees. With none ticked, all of them.
      </p>
      {locations.map(({ locationId, name, isAlive, cutOffWhy }) => (
        <Checkbox
          key={locationId}
          name="locations"
          value={locationId}
          defaultChecked={ticked.includes(String(locationId))}
          label={name}
          hint={isAlive ? cutOffWhy && `Left out just now: ${cutOffWhy}` : "No worker runs there just now"}
        />
      ))}
    </fieldset>
  );
}
