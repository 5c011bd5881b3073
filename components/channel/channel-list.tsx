import Link from "next/link";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { OFFERED_CHANNEL_KINDS } from "#core/channel-form.ts";
import { MESSAGE_WORDS, type DeliveryStatus } from "#core/delivery-words.ts";
import type { MessageKind } from "#core/message.ts";
import { DeliveryOutcome } from "./delivery-outcome.tsx";
import { UsedBy } from "./used-by.tsx";

type Row = {
  channelId: number;
  kind: string;
  name: string;
  address: string;
  monitors: { monitorId: number; name: string }[];
  lastDelivery: { kind: MessageKind; status: DeliveryStatus; createdAt: Date; tries: { detail: string | null }[] } | null;
};

/** A team's channels: where each leads, who uses it, and what became of its latest message. */
export function ChannelList({ channels, zone }: { channels: Row[]; zone: string }) {
  return (
    <Table label="Channels" className="min-w-160">
      <thead>
        <tr>
          <Th>Channel</Th>
          <Th>Told of</Th>
          <Th>Last delivery</Th>
        </tr>
      </thead>
      <tbody>
        {channels.map(({ channelId, kind, name, address, monitors, lastDelivery }) => (
          <tr key={channelId}>
            <Td className="max-w-80">
              <Link href={`/channels/${channelId}`} className="font-medium wrap-anywhere hover:underline">
                {name}
              </Link>
              <div className="text-sm wrap-anywhere text-muted">
                {kindWord(kind)}
                {address !== name && ` to ${address}`}
              </div>
            </Td>
            <Td className="max-w-72">
              <UsedBy monitors={monitors} />
            </Td>
            <Td>
              {lastDelivery ? (
                <>
                  <DeliveryOutcome status={lastDelivery.status} />
                  <div className="max-w-72 text-sm wrap-anywhere text-muted">
                    {MESSAGE_WORDS[lastDelivery.kind]}, <Time at={lastDelivery.createdAt} zone={zone} />
                    {lastDelivery.status === "failed" && lastDelivery.tries[0]?.detail && <div>{lastDelivery.tries[0].detail}</div>}
                  </div>
                </>
              ) : (
                <span className="text-muted">None yet</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function kindWord(kind: string): string {
  return kind in OFFERED_CHANNEL_KINDS ? OFFERED_CHANNEL_KINDS[kind as keyof typeof OFFERED_CHANNEL_KINDS] : kind;
}
