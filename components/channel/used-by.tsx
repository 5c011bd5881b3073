import Link from "next/link";

const NAMED = 3;

/** The monitors that tell a channel, the first few by name. */
export function UsedBy({ monitors }: { monitors: { monitorId: number; name: string }[] }) {
  if (monitors.length === 0) return <span className="text-muted">No monitor</span>;
  return (
    <span className="wrap-anywhere">
      {monitors.slice(0, NAMED).map(({ monitorId, name }, position) => (
        <span key={monitorId}>
          {position > 0 && ", "}
          <Link href={`/monitors/${monitorId}`} className="link">
            {name}
          </Link>
        </span>
      ))}
      {monitors.length > NAMED && ` and ${monitors.length - NAMED} more`}
    </span>
  );
}
