import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { attemptWords, MESSAGE_WORDS, type DeliveryStatus } from "#core/message/delivery-words.ts";
import { counted } from "#core/message/digest-words.ts";
import type { MessageKind } from "#core/message/message.ts";
import { DeliveryOutcome } from "./delivery-outcome.tsx";

type Attempt = { at: Date; tookMs: number; outcome: string; detail: string | null };

type Delivery = {
  id: number;
  kind: MessageKind;
  status: DeliveryStatus;
  report: DeliveryReport | null;
  createdAt: Date;
  nextAttemptAt: Date;
  incidentId: number | null;
  monitor: { id: number; name: string } | null;
  tries: Attempt[];
  /** Null while it may still wait for company. */
  releasedAt: Date | null;
  /** How many messages a digest tells. */
  tells: number;
};

/** The latest messages of a channel, each with every attempt and what was answered. */
export function DeliveryList({ deliveries, zone }: { deliveries: Delivery[]; zone: string }) {
  if (deliveries.length === 0) return <p className="text-muted">Nothing has been sent here yet.</p>;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[1fr_1fr_2fr]">
          <div className="min-w-0">
            <About {...delivery} />
            <div className="text-sm text-muted">
              <Time at={delivery.createdAt} zone={zone} />
            </div>
          </div>
          <div>
            <DeliveryOutcome status={delivery.status} report={delivery.report} />
            {delivery.report?.words && <div className="text-sm wrap-anywhere text-muted">{delivery.report.words}</div>}
            {delivery.status === "pending" && delivery.releasedAt === null && (
              <div className="text-sm text-muted">
                {delivery.tries.length > 0 ? "next attempt" : "not before"} <Time at={delivery.nextAttemptAt} zone={zone} />
              </div>
            )}
          </div>
          <Attempts tries={delivery.tries} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function About({ kind, incidentId, monitor, tells }: Delivery) {
  if (kind === "digest")
    return (
      <Link href="/incidents" className="link">
        {MESSAGE_WORDS.digest} of {counted(tells)} messages
      </Link>
    );
  return (
    <div className="wrap-anywhere">
      {incidentId === null ? (
        MESSAGE_WORDS[kind]
      ) : (
        <Link href={`/incidents/${incidentId}`} className="link">
          {MESSAGE_WORDS[kind]}
        </Link>
      )}
      {monitor && (
        <>
          {": "}
          <Link href={`/monitors/${monitor.id}`} className="hover:underline">
            {monitor.name}
          </Link>
        </>
      )}
    </div>
  );
}

function Attempts({ tries, zone }: { tries: Attempt[]; zone: string }) {
  return (
    <ol className="grid min-w-0 gap-1">
      {tries.map(({ at, tookMs, outcome, detail }) => (
        <li key={at.getTime()} className="text-sm wrap-anywhere">
          {attemptWords(outcome)} after {tookMs} ms, <Time at={at} zone={zone} />
          {detail && <div className="font-mono text-xs text-muted">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
