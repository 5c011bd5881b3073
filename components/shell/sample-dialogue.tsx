import { cx } from "class-variance-authority";
import { StatusMark } from "#components/ui/status-mark.tsx";

const LINES = [
  ["·", 0, "dns", "mx1.example.com is 203.0.113.25"],
  ["·", 21, "connect", "connected to 203.0.113.25:25"],
  ["←", 533, "greeting", "220 mx1.example.com ESMTP"],
  ["→", 534, "ehlo", "EHLO probe.ehlowatch.example"],
  ["←", 556, "ehlo", "250-mx1.example.com"],
  ["←", 556, "ehlo", "250 STARTTLS"],
  ["→", 557, "starttls", "STARTTLS"],
  ["←", 580, "starttls", "220 2.0.0 Ready to start TLS"],
  ["·", 628, "tls", "certificate expired 3 days ago"],
] as const;

/** What a failed check looks like, on the landing page. */
export function SampleDialogue() {
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-surface">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-3">
        <span className="font-medium">mx1.example.com:25</span>
        <StatusMark status="down" size="sm" />
      </figcaption>
      <ol className="py-2 font-mono text-xs sm:text-sm">
        {LINES.map(([direction, atMs, stage, text], position) => {
          const isLast = position === LINES.length - 1;
          return (
            <li key={position} className={cx("grid grid-cols-[1rem_2.5rem_5rem_1fr] gap-2 px-4 py-0.5", isLast && "bg-down-soft")}>
              <span aria-hidden className="text-muted">
                {direction}
              </span>
              <span className="text-right text-muted">{atMs}</span>
              <span className="text-muted">{stage}</span>
              <span className={cx("wrap-anywhere", isLast && "font-medium text-down")}>{text}</span>
            </li>
          );
        })}
      </ol>
      <p className="border-t border-line px-4 py-3 text-muted">
        Senders that insist on a valid certificate cannot deliver. Renew it, then reload the server: many keep the old one in
        memory.
      </p>
    </figure>
  );
}
