import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import type { MessageKind } from "#core/message.ts";
import { visibleText } from "#core/visible-text.ts";

type Delivery = {
  id: number;
  kind: MessageKind;
  status: "pending" | "sending" | "sent" | "failed";
  createdAt: Date;
  finishedAt: Date | null;
  channel: { id: number; name: string };
  tries: { at: Date; outcome: string; detail: string | null }[];
};

const ABOUT: Record<MessageKind, string> = {
  incident_opened: "Down",
  incident_worsened: "Down",
  incident_flapping: "Comes and goes",
  incident_resolved: "Up again",
  change: "Change",
  test: "Test",
};
const STATES: Record<Delivery["status"], string> = {
  pending: "waiting",
  sending: "being sent",
  sent: "sent",
  failed: "not delivered",
};

/** Which channel was told what, and what became of it. */
export function DeliveryList({ deliveries, zone }: { deliveries: readonly Delivery[]; zone: string }) {
  return (
    <ul aria-label="Messages" className="border-t border-line">
      {deliveries.map(({ id, kind, status, createdAt, finishedAt, channel, tries }) => {
        const detail = tries.at(-1)?.detail;
        return (
          <li key={id} className="grid gap-0.5 border-b border-line py-2">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="min-w-0 wrap-anywhere">
                {ABOUT[kind]} to{" "}
                <Link className="link" href={`/channels/${channel.id}`}>
                  {channel.name}
                </Link>
              </span>
              <span className={status === "failed" ? "font-medium text-down" : "text-muted"}>
                {STATES[status]} <Time at={finishedAt ?? createdAt} zone={zone} />
                {tries.length > 1 && `, ${tries.length} attempts`}
              </span>
            </span>
            {detail && <span className="text-sm wrap-anywhere text-muted">{visibleText(detail)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
