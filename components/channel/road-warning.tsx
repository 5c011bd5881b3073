import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import { Time } from "#components/ui/time.tsx";

/** What the road check says of a channel's mail (app/_data/road-check.ts). */
export type ShownRoad = {
  channelId: number;
  address: string;
  sentence: string | null;
  monitors: { monitorId: number; name: string }[];
  secondRoads: string[];
  takesNoMail: boolean;
  lookedAt: Date | null;
  failedAt: Date | null;
  isUnknownDomain: boolean;
};

type Props = {
  road: ShownRoad;
  zone: string;
  /** The page that says it, of the channel or of a monitor: it needs no link to itself. */
  on: { channelId: number } | { monitorId: number } | null;
};

/** Warns where an e-mail channel leads through servers that the team watches, or leads nowhere; nothing where its road avoids the patient. */
export function RoadWarning({ road, zone, on }: Props) {
  const { channelId, address, sentence, monitors, secondRoads, takesNoMail, lookedAt, failedAt, isUnknownDomain } = road;
  if (isUnknownDomain)
    return (
      <Alert tone="warning" title="No mail arrives there">
        The DNS knows no mail server for {address}. Look whether the address is right.
      </Alert>
    );
  if (lookedAt === null)
    return (
      <Alert>
        {failedAt === null
          ? `Looking up through which servers mail to ${address} arrives …`
          : `Through which servers mail to ${address} arrives could not be looked up. It is tried again every few minutes.`}
      </Alert>
    );
  if (takesNoMail)
    return (
      <Alert tone="warning" title="No mail arrives there">
        The DNS says that the domain of {address} takes no mail. <Age road={road} zone={zone} />
      </Alert>
    );
  if (sentence === null) return null;
  return (
    <Alert
      tone={secondRoads.length === 0 ? "warning" : "info"}
      title={secondRoads.length === 0 ? "This road leads through the patient" : "Two roads while the server is down"}
    >
      <p>{sentence}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
        {!(on && "channelId" in on) && (
          <Link href={`/channels/${channelId}`} className="link">
            The channel
          </Link>
        )}
        {monitors
          .filter(({ monitorId }) => !(on && "monitorId" in on) || on.monitorId !== monitorId)
          .map(({ monitorId, name }) => (
            <Link key={monitorId} href={`/monitors/${monitorId}`} className="link">
              {name}
            </Link>
          ))}
        <Age road={road} zone={zone} />
      </p>
    </Alert>
  );
}

/** How old the answer of the DNS is, and whether a newer one is to be had. */
function Age({ road: { lookedAt, failedAt }, zone }: Pick<Props, "road" | "zone">) {
  return lookedAt === null ? null : (
    <span>
      Looked up <Time at={lookedAt} zone={zone} />
      {failedAt && (
        <>
          ; since <Time at={failedAt} zone={zone} /> the DNS does not answer
        </>
      )}
      .
    </span>
  );
}

/** The warnings about several channels, one below the other; nothing where there are none. */
export function RoadWarnings({ roads, ...where }: { roads: readonly ShownRoad[] } & Omit<Props, "road">) {
  if (roads.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {roads.map((road) => (
        <RoadWarning key={road.channelId} road={road} {...where} />
      ))}
    </div>
  );
}
