import Link from "next/link";
import { ChannelIcon } from "#channels/icon-by-kind.tsx";
import type { ChannelKind } from "#core/channel/channel.ts";

type Props = { kinds: readonly { kind: ChannelKind; label: string; about: string; whyNot: string | null }[] };

/** The kinds of channel, each with what it is, or why it cannot be set up here. */
export function KindChoice({ kinds }: Props) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {kinds.map(({ kind, label, about, whyNot }) => (
        <li
          key={kind}
          className={`relative flex gap-3 rounded-lg border border-line p-4 ${whyNot === null ? "bg-surface hover:border-line-strong hover:bg-sunken" : ""}`}
        >
          <ChannelIcon kind={kind} className="mt-0.5 size-5 shrink-0 text-muted" />
          <div className="min-w-0">
            {whyNot === null ? (
              <Link href={`/channels/new/${kind}`} className="font-medium after:absolute after:inset-0 after:rounded-lg">
                {label}
              </Link>
            ) : (
              <span className="font-medium text-muted">{label}</span>
            )}
            <p className="text-sm text-muted">{whyNot ?? about}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
