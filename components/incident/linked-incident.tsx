import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import { incidentSentence, incidentSubject } from "#core/incident/incident-sentence.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { targetText } from "#core/monitor/target-text.ts";
import type { Reason } from "#core/reason/reason.ts";
import { exactTime } from "#core/time/relative-time.ts";

type Props = {
  monitorName: string;
  target: Target;
  reason: Reason;
  status: "down" | "degraded";
  startedAt: Date;
  isOver: boolean;
  acknowledgedAt: Date | null;
  channelName: string;
  isAcknowledgedHere: boolean;
  incidentHref: string;
  /** Where the button sends the word to. */
  acknowledgeHref: string;
  /** Where the reader of the address stops what is sent there; null where it is no address of somebody's. */
  revoke: { address: string; href: string } | null;
};

/** What somebody who follows the link of a message sees of an incident, and the button that says that they have it. */
export function LinkedIncident(props: Props) {
  const { monitorName, target, reason, status, startedAt, isOver, acknowledgedAt, incidentHref, revoke } = props;
  const headline = reasonHeadline(reason.code, reason.reply?.code ?? null);
  return (
    <div className="mx-auto grid max-w-md gap-6 py-6 sm:py-12">
      <div className="grid gap-2">
        {!isOver && <StatusMark status={status} size="lg" />}
        <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">
          {incidentSentence(incidentSubject(monitorName, target.kind, reason), reason.code, headline)}
        </h1>
        <p className="wrap-anywhere text-muted">
          <span className="font-mono text-sm">{targetText(target)}</span>, since {exactTime(startedAt, "UTC")}
        </p>
      </div>
      {isOver ? (
        <p>It is over. There is nothing left to acknowledge.</p>
      ) : acknowledgedAt ? (
        <Taken {...props} at={acknowledgedAt} />
      ) : (
        <Take {...props} />
      )}
      <p className="border-t border-line pt-4 text-muted">
        <Link className="link" href={incidentHref}>
          Open the incident
        </Link>
        , for which you sign in.
      </p>
      {revoke && (
        <p className="text-sm wrap-anywhere text-muted">
          <Link className="link" href={revoke.href}>
            Stop what is sent to {revoke.address}
          </Link>
        </p>
      )}
    </div>
  );
}

function Taken({ channelName, isAcknowledgedHere, at }: Props & { at: Date }): ReactNode {
  const since = <Time at={at} zone="UTC" />;
  if (!isAcknowledgedHere) return <p>Somebody has it already: it was acknowledged {since}.</p>;
  return (
    <p role="status" className="wrap-anywhere">
      Acknowledged {since} by whoever reads {channelName}. Nobody else is told.
    </p>
  );
}

/** A plain form, so that it works in whatever opens a link from a mail or a chat. */
function Take({ channelName, acknowledgeHref }: Props) {
  return (
    <form method="post" action={acknowledgeHref} className="grid gap-3">
      <Button type="submit" variant="primary" size="lg">
        Acknowledge
      </Button>
      <p className="wrap-anywhere text-muted">
        It says that you have it, as whoever reads {channelName}. Nobody else is told, and your team sees it in the timeline.
      </p>
    </form>
  );
}
