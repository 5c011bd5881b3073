import { cx } from "class-variance-authority";
import Link from "next/link";
import { Time } from "#components/ui/time.tsx";

type Message = { id: number; receivedAt: Date; recipients: string[]; subject: string };

/** The messages of the mailbox, newest first, the open one marked. */
export function MessageList({ messages, openId, zone }: { messages: Message[]; openId?: number; zone: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {messages.map(({ id, receivedAt, recipients, subject }) => (
        <li key={id}>
          <Link
            href={`/mailbox/${id}`}
            aria-current={id === openId ? "true" : undefined}
            className={cx(
              "grid gap-0.5 border-l-2 px-3 py-2.5 -outline-offset-2 hover:bg-accent-soft",
              id === openId ? "border-accent bg-accent-soft" : "border-transparent",
            )}
          >
            <span className="font-medium wrap-anywhere">{subject || "(no subject)"}</span>
            <span className="flex justify-between gap-3 text-sm text-muted">
              <span className="min-w-0 truncate">to {recipients.join(", ")}</span>
              <Time at={receivedAt} zone={zone} className="shrink-0" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
