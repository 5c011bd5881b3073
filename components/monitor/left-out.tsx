import { Alert } from "#components/ui/alert.tsx";
import { Time } from "#components/ui/time.tsx";
import type { KnownLocation } from "#core/check/known-location.ts";

/** A location that is left out: it cannot tell how servers are. */
export function LeftOut({ location: { name, cutOffSince, cutOffWhy }, zone }: { location: KnownLocation; zone: string }) {
  return (
    <Alert tone="info" title={`${name} is left out`}>
      <p className="max-w-prose">
        {cutOffWhy ? `What it sees is not to be believed: ${cutOffWhy}` : "What it sees is not to be believed"}
        {cutOffSince && (
          <>
            , for <Time at={cutOffSince} zone={zone} isLength />
          </>
        )}
        . It takes part again when its self-test goes well.
      </p>
    </Alert>
  );
}
