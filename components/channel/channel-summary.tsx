import { ChannelIcon } from "#channels/icon-by-kind.tsx";
import type { ChannelKind } from "#core/channel/channel.ts";
import { UsedBy, type Uses } from "./used-by.tsx";

type Props = Uses & {
  kind: ChannelKind;
  kindLabel: string;
  name: string;
  leadsTo: string;
  isVerified: boolean;
  revokedAt: Date | null;
};

/** What a channel is and what it is told of, under its name. */
export function ChannelSummary({ kind, kindLabel, name, leadsTo, isVerified, revokedAt, ...uses }: Props) {
  return (
    <div className="grid gap-1">
      <div className="flex gap-2">
        <ChannelIcon kind={kind} className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {kindLabel}
          {leadsTo !== name && ` to ${leadsTo}`}
        </span>
      </div>
      <div>
        {isVerified
          ? "Told of "
          : revokedAt
            ? "Told of nothing; were it allowed again, of "
            : "Once its address is confirmed, told of "}
        <UsedBy {...uses} />
      </div>
    </div>
  );
}
