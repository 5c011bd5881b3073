import { Alert } from "#components/ui/alert.tsx";
import { Time } from "#components/ui/time.tsx";

/** The trouble of a monitor comes and goes. */
export function Flapping({ since, zone }: { since: Date; zone: string }) {
  return (
    <Alert tone="warning" title="It comes and goes">
      <p className="max-w-prose">
        It has gone down and up again and again for <Time at={since} zone={zone} isLength />. One incident stays open, and nobody is
        told of each turn; its end is told once it has been steady. The history and the uptime count every turn.
      </p>
    </Alert>
  );
}
