import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { attemptWords, MESSAGE_WORDS, type DeliveryStatus } from "#core/delivery-words.ts";
import type { MessageKind } from "#core/message.ts";
import { DeliveryOutcome } from "./delivery-outcome.tsx";

type Delivery = {
  id: number;
  kind: MessageKind;
  status: DeliveryStatus;
  createdAt: Date;
  nextAttemptAt: Date;
  incidentId: number | null;
  monitor: { id: number; name: string } | null;
  tries: { at: Date; tookMs: number; outcome: string; detail: string | null }[];
};

/** The latest messages of a channel, each with every attempt and what was answered. */
export function DeliveryList({ deliveries, zone }: { deliveries: Delivery[]; zone: string }) {
  if (deliveries.length === 0) return <p className="text-muted">Nothing has been sent here yet.</p>;
  return (
    <Table label="Last deliveries" className="min-w-160">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Message</Th>
          <Th>Outcome</Th>
          <Th>Attempts</Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <Td className="whitespace-nowrap">
              <Time at={delivery.createdAt} zone={zone} />
            </Td>
            <Td className="max-w-64">
              <MessageAbout {...delivery} />
            </Td>
            <Td>
              <DeliveryOutcome status={delivery.status} />
              {delivery.status === "pending" && delivery.tries.length > 0 && (
                <div className="text-sm text-muted">
                  next attempt <Time at={delivery.nextAttemptAt} zone={zone} />
                </div>
              )}
            </Td>
            <Td className="max-w-96">
              <ol className="grid gap-1">
                {delivery.tries.map(({ at, tookMs, outcome, detail }) => (
                  <li key={at.getTime()} className="text-sm wrap-anywhere">
                    {attemptWords(outcome)} after {tookMs} ms, <Time at={at} zone={zone} />
                    {detail && <div className="font-mono text-xs text-muted">{detail}</div>}
                  </li>
                ))}
              </ol>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function MessageAbout({ kind, incidentId, monitor }: Delivery) {
  return (
    <>
      {incidentId === null ? (
        MESSAGE_WORDS[kind]
      ) : (
        <Link href={`/incidents/${incidentId}`} className="link">
          {MESSAGE_WORDS[kind]}
        </Link>
      )}
      {monitor && (
        <div className="text-sm wrap-anywhere text-muted">
          <Link href={`/monitors/${monitor.id}`} className="hover:underline">
            {monitor.name}
          </Link>
        </div>
      )}
    </>
  );
}
