import Link from "next/link";
import { ChannelIcon } from "#channels/icon-by-kind.tsx";
import type { ChannelKind } from "#core/channel/channel.ts";

type Contact = {
  contactId: number;
  name: string;
  email: string | null;
  channels: readonly { channelId: number; kind: ChannelKind; name: string; isConfirmed: boolean }[];
  policies: readonly string[];
  schedules: readonly string[];
};

/** The people who can be told: on what, in which order, and by what. */
export function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {contacts.map((contact) => (
        <li key={contact.contactId} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-3">
          <div className="min-w-0">
            <Link href={`/contacts/${contact.contactId}`} className="font-medium wrap-anywhere hover:underline">
              {contact.name}
            </Link>
            {contact.email && <div className="text-sm wrap-anywhere text-muted">{contact.email}</div>}
          </div>
          <Channels channels={contact.channels} />
          <div className="min-w-0 text-sm wrap-anywhere text-muted">{usesOf(contact)}</div>
        </li>
      ))}
    </ul>
  );
}

function Channels({ channels }: Pick<Contact, "channels">) {
  if (channels.length === 0) return <span className="font-medium">Has no channel and cannot be told</span>;
  return (
    <ol className="grid min-w-0 gap-1">
      {channels.map(({ channelId, kind, name, isConfirmed }) => (
        <li key={channelId} className="flex min-w-0 items-start gap-2">
          <ChannelIcon kind={kind} className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="min-w-0 wrap-anywhere">
            {name}
            {!isConfirmed && <span className="text-sm text-muted"> (not confirmed yet)</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What a contact is part of, in words. */
export function usesOf({ policies, schedules }: Pick<Contact, "policies" | "schedules">): string {
  const uses = [
    ...(policies.length > 0 ? [`Told by ${policies.join(", ")}`] : []),
    ...(schedules.length > 0 ? [`on call in ${schedules.join(", ")}`] : []),
  ];
  return uses.length === 0 ? "Told by no policy yet" : uses.join("; ");
}
