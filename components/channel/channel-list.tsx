import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import { OFFERED_CHANNEL_KINDS } from "#core/channel-form.ts";
import { MESSAGE_WORDS, type DeliveryStatus } from "#core/delivery-words.ts";
import type { MessageKind } from "#core/message.ts";
import { DeliveryOutcome } from "./delivery-outcome.tsx";
import { UsedBy } from "./used-by.tsx";

type LastDelivery = { kind: MessageKind; status: DeliveryStatus; createdAt: Date; tries: { detail: string | null }[] };

type Row = {
  channelId: number;
  kind: string;
  name: string;
  address: string;
  monitors: { monitorId: number; name: string }[];
  lastDelivery: LastDelivery | null;
};

/** A team's channels: where each leads, which monitors tell it, and what became of its latest message. */
export function ChannelList({ channels, zone }: { channels: Row[]; zone: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {channels.map(({ channelId, kind, name, address, monitors, lastDelivery }) => (
        <li key={channelId} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-3">
          <div className="min-w-0">
            <Link href={`/channels/${channelId}`} className="font-medium wrap-anywhere hover:underline">
              {name}
            </Link>
            <div className="text-sm wrap-anywhere text-muted">
              {kindWord(kind)}
              {address !== name && ` to ${address}`}
            </div>
          </div>
          <div className="min-w-0">
            <span className="text-muted">Told of </span>
            <UsedBy monitors={monitors} />
          </div>
          {lastDelivery ? <Last delivery={lastDelivery} zone={zone} /> : <span className="text-muted">Nothing sent yet</span>}
        </li>
      ))}
    </ul>
  );
}

function Last({ delivery, zone }: { delivery: LastDelivery; zone: string }) {
  const { kind, status, createdAt, tries } = delivery;
  return (
    <div className="min-w-0">
      <DeliveryOutcome status={status} />
      <div className="text-sm wrap-anywhere text-muted">
        {MESSAGE_WORDS[kind]}, <Time at={createdAt} zone={zone} />
        {status === "failed" && tries[0]?.detail && <div className="font-mono text-xs">{tries[0].detail}</div>}
      </div>
    </div>
  );
}

function kindWord(kind: string): string {
  return kind in OFFERED_CHANNEL_KINDS ? OFFERED_CHANNEL_KINDS[kind as keyof typeof OFFERED_CHANNEL_KINDS] : kind;
}
