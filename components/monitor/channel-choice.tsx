"use client";

import Link from "next/link";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { FieldError } from "#components/ui/field.tsx";

export type Choice = { channelId: number; name: string; address: string };

type Props = { channels: readonly Choice[]; ticked: readonly string[]; error: string | undefined };

/** Which channels are told when the monitor goes down and when it is back. */
export function ChannelChoice({ channels, ticked, error }: Props) {
  return (
    <fieldset aria-describedby={error ? "channels-error" : undefined}>
      <legend className="mb-1.5 text-sm font-medium">Tell these channels</legend>
      {channels.map(({ channelId, name, address }) => (
        <Checkbox
          key={channelId}
          name="channel"
          value={channelId}
          defaultChecked={ticked.includes(String(channelId))}
          label={name}
          hint={name === address ? undefined : address}
        />
      ))}
      {channels.length === 0 && (
        <p className="text-muted">
          There is no channel yet, so nobody would be told.{" "}
          <Link className="link" href="/channels/new">
            Add one
          </Link>
        </p>
      )}
      {error && <FieldError id="channels-error">{error}</FieldError>}
    </fieldset>
  );
}
