import { CHANGE_LABELS, type Change } from "#core/change.ts";
import { changeAdvice, changeSentence, changeTexts, wantsAttention } from "#core/change-text.ts";
import type { ChangeMessage } from "#core/message.ts";
import { exactTime } from "#core/relative-time.ts";
import { Action, Paragraph, PartTitle, TextLink, Wire } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";

/** A server works and is not as it was. */
export function ChangeMail({ message, revokeUrl }: OnMail<ChangeMessage>) {
  const { changes, host, monitorName } = message;
  const sentences = changes.map((change) => `${changeSentence(host, change)}.`);
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={changes.length === 1 ? changeSentence(host, changes[0]!) : `${changes.length} changes of ${monitorName}`}
      tone={changes.some(wantsAttention) ? "degraded" : "text"}
      preview={sentences.join(" ")}
      footer={
        <>
          Ehlowatch sends this because the address is a channel of the monitor {monitorName}, which tells of such changes.{" "}
          <TextLink href={`${message.url}/edit`}>Change what is told</TextLink>
        </>
      }
    >
      <Paragraph lead>
        {message.target}, monitor {monitorName}, seen on {exactTime(new Date(message.at), "UTC")}.
      </Paragraph>
      {changes.map((change) => (
        <Noticed key={change.aspect} change={change} host={host} />
      ))}
      <Action href={message.url}>Open the monitor</Action>
    </MailLayout>
  );
}

function Noticed({ change, host }: { change: Change; host: string }) {
  const { before, after } = changeTexts(change);
  const advice = changeAdvice(change);
  const lines = [...(before === null ? [] : [`before  ${before}`]), `now     ${after}`];
  return (
    <>
      <PartTitle>{CHANGE_LABELS[change.aspect]}</PartTitle>
      <Paragraph>{changeSentence(host, change)}.</Paragraph>
      <Wire lines={lines.map((text) => ({ text }))} hang={8} />
      {advice && <Paragraph>{advice}</Paragraph>}
    </>
  );
}
