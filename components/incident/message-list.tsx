import Link from "next/link";
import { DeliveryOutcome } from "#components/channel/delivery-outcome.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { MESSAGE_WORDS, type DeliveryStatus } from "#core/message/delivery-words.ts";
import { counted } from "#core/message/digest-words.ts";
import type { MessageKind } from "#core/message/message.ts";
import { visibleText } from "#core/text/visible-text.ts";

type Delivery = {
  id: number;
  kind: MessageKind;
  status: DeliveryStatus;
  report: DeliveryReport | null;
  createdAt: Date;
  finishedAt: Date | null;
  channel: { id: number; name: string };
  tries: { detail: string | null }[];
  /** How many others are in the same digest. */
  togetherWith: number;
};

/** Which channel was told what of an incident, and what became of it. */
export function MessageList({ deliveries, zone }: { deliveries: readonly Delivery[]; zone: string }) {
  return (
    <ul aria-label="Messages" className="border-t border-line">
      {deliveries.map(({ id, kind, status, report, createdAt, finishedAt, channel, tries, togetherWith }) => {
        const detail = report?.words ?? tries.at(-1)?.detail;
        return (
          <li key={id} className="grid gap-x-6 gap-y-0.5 border-b border-line py-2 md:grid-cols-[1fr_auto]">
            <span className="min-w-0 wrap-anywhere">
              {MESSAGE_WORDS[kind]}, to{" "}
              <Link className="link" href={`/channels/${channel.id}`}>
                {channel.name}
              </Link>
              {togetherWith > 0 && `, told together with ${counted(togetherWith)} others`}
            </span>
            <span className="flex flex-wrap items-center gap-x-2 text-muted">
              <DeliveryOutcome status={status} report={report} />
              <Time at={finishedAt ?? createdAt} zone={zone} />
              {tries.length > 1 && <span>{tries.length} attempts</span>}
            </span>
            {detail && <span className="text-sm wrap-anywhere text-muted md:col-span-2">{visibleText(detail)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
