import type { IncidentMessage } from "#core/message/message.ts";
import { Action } from "./blocks.tsx";

/** What the reader of a mail can do about an incident that goes on: say that they have it, and look at it. */
export function OpenActions({ message: { url, acknowledgeUrl } }: { message: IncidentMessage }) {
  if (acknowledgeUrl === undefined) return <Action href={url}>Open the incident</Action>;
  return (
    <Action href={acknowledgeUrl} beside={{ href: url, text: "Open the incident" }}>
      Acknowledge
    </Action>
  );
}
