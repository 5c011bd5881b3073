import { turnsInShort } from "#core/message/message-subject.ts";
import type { IncidentMessage } from "#core/message/message.ts";
import { durationWords } from "#core/text/duration.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Paragraph, PartTitle, Wire } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";
import { OpenActions } from "./open-actions.tsx";
import { WhyThisMail } from "./why-this-mail.tsx";

/** A monitor comes and goes: that is told once, in place of every turn. */
export function FlappingMail({ message, revokeUrl }: OnMail<IncidentMessage>) {
  const { monitorName, target, diagnosis, status = "down" } = message;
  const turns = (message.turnedAt ?? []).map((at) => new Date(at));
  const sentence = `It goes ${status} and comes back again and again: ${turnsInShort(message)}.`;
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={`${monitorName} comes and goes`}
      tone={status}
      preview={sentence}
      footer={<WhyThisMail message={message} />}
    >
      <Paragraph lead>{sentence}</Paragraph>
      <Paragraph muted>
        {target}, since {exactTime(turns[0] ?? new Date(message.startedAt), "UTC")}.
      </Paragraph>
      <Paragraph>
        You are not told of each turn. The incident stays open, and you are told when it is over: when the server has been steady
        for a while.
      </Paragraph>
      <Paragraph>
        When it is {status}, the reason is: {diagnosis.headline}
      </Paragraph>
      <OpenActions message={message} />
      <PartTitle>When it turned</PartTitle>
      <Wire lines={turns.map((at, order) => ({ text: `${exactTime(at, "UTC")}${afterText(turns, order)}` }))} hang={2} />
      <PartTitle>What to try next</PartTitle>
      <Wire lines={diagnosis.next.map((text) => ({ text }))} hang={2} />
    </MailLayout>
  );
}

function afterText(turns: readonly Date[], order: number): string {
  const before = turns[order - 1];
  return before ? `, after ${durationWords(turns[order]!.getTime() - before.getTime())}` : "";
}
