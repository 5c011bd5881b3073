import type { IncidentMessage } from "#core/message/message.ts";
import { TextLink } from "./blocks.tsx";

/** Why somebody gets a mail about an incident, and where to say otherwise. */
export function WhyThisMail({ message }: { message: IncidentMessage }) {
  return (
    <>
      Ehlowatch sends this because the address is a channel of the monitor {message.monitorName}.{" "}
      <TextLink href={new URL("/channels", message.url).href}>Change who is told</TextLink>
    </>
  );
}
