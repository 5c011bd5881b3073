import { CircleSlash } from "lucide-react";
import Link from "next/link";
import { ChannelIcon } from "#channels/icon-by-kind.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ChannelKind } from "#core/channel/channel.ts";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { MESSAGE_WORDS, type DeliveryStatus } from "#core/message/delivery-words.ts";
import type { MessageKind } from "#core/message/message.ts";
import { DeliveryOutcome } from "./delivery-outcome.tsx";
import { RoadMark } from "./road-mark.tsx";
import type { ShownRoad } from "./road-warning.tsx";
import { UsedBy, type Uses } from "./used-by.tsx";

type LastDelivery = {
  kind: MessageKind;
  status: DeliveryStatus;
  report: DeliveryReport | null;
  createdAt: Date;
  tries: { detail: string | null }[];
};

export type ChannelRow = Uses & {
  channelId: number;
  kind: ChannelKind;
  kindLabel: string;
  name: string;
  leadsTo: string;
  isVerified: boolean;
  revokedAt: Date | null;
  road: ShownRoad | null;
  lastDelivery: LastDelivery | null;
};

type Props = { channels: ChannelRow[]; zone: string };

/** A team's channels: where each leads, which monitors tell it, and what became of its latest message. */
export function ChannelList({ channels, zone }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {channels.map(({ channelId, kind, kindLabel, name, leadsTo, isVerified, revokedAt, road, lastDelivery, ...uses }) => (
        <li key={channelId} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-3">
          <div className="flex min-w-0 gap-3">
            <ChannelIcon kind={kind} className="mt-0.5 size-5 shrink-0 text-muted" />
            <div className="min-w-0">
              <Link href={`/channels/${channelId}`} className="font-medium wrap-anywhere hover:underline">
                {name}
              </Link>
              <div className="text-sm wrap-anywhere text-muted">
                {kindLabel}
                {leadsTo !== name && ` to ${leadsTo}`}
              </div>
              {road && <RoadMark road={road} />}
            </div>
          </div>
          <div className="min-w-0">
            <span className="text-muted">Told of </span>
            <UsedBy {...uses} />
          </div>
          {revokedAt ? (
            <Revoked at={revokedAt} zone={zone} />
          ) : isVerified ? (
            <Last delivery={lastDelivery} zone={zone} />
          ) : (
            <Unconfirmed channelId={channelId} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Revoked({ at, zone }: { at: Date; zone: string }) {
  return (
    <div className="min-w-0">
      <span className="inline-flex items-center gap-1.5 font-medium text-degraded">
        <CircleSlash aria-hidden className="size-4 shrink-0" />
        Revoked by its owner
      </span>
      <div className="text-sm text-muted">
        Told of nothing since <Time at={at} zone={zone} />
      </div>
    </div>
  );
}

function Unconfirmed({ channelId }: { channelId: number }) {
  return (
    <div className="min-w-0">
      <span className="font-medium">Not confirmed yet</span>
      <div className="text-sm text-muted">
        Told of nothing until{" "}
        <Link href={`/channels/${channelId}`} className="link">
          its code is entered
        </Link>
      </div>
    </div>
  );
}

function Last({ delivery, zone }: { delivery: LastDelivery | null; zone: string }) {
  if (!delivery) return <span className="text-muted">Nothing sent yet</span>;
  const { kind, status, report, createdAt, tries } = delivery;
  const detail = report?.words ?? tries[0]?.detail;
  return (
    <div className="min-w-0">
      <DeliveryOutcome status={status} report={report} />
      <div className="text-sm wrap-anywhere text-muted">
        {MESSAGE_WORDS[kind]}, <Time at={createdAt} zone={zone} />
        {status === "failed" && detail && <div className="font-mono text-xs">{detail}</div>}
      </div>
    </div>
  );
}
