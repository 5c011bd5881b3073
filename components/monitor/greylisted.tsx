import { Alert } from "#components/ui/alert.tsx";
import { Time } from "#components/ui/time.tsx";
import { exactTime } from "#core/time/relative-time.ts";

/** A greylisting server wants to be asked again later, and will be. */
export function Greylisted({ retryAt, zone }: { retryAt: Date; zone: string }) {
  return (
    <Alert tone="info" title="The server wants to be asked again later">
      <p className="max-w-prose">
        It is asked at {exactTime(retryAt, zone)}, <Time at={retryAt} zone={zone} />. Until then this is no fault.
      </p>
    </Alert>
  );
}
