import { changeAdvice, changeSentence, changeTexts, wantsAttention } from "#core/change/change-text.ts";
import { type Change, changeLabel } from "#core/change/change.ts";
import type { ChangeMessage } from "#core/message/message.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Action, Paragraph, PartTitle, TextLink, Wire } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";

/** A server works and is not as it was. */
export function ChangeMail({ message, revokeUrl }: OnMail<ChangeMessage>) {
  const { changes, host, monitorKind, monitorName } = message;
  const told = changes.map((change) => ({
    change,
    label: changeLabel(change.aspect, monitorKind),
    sentence: changeSentence(host, change, monitorKind),
  }));
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={told.length === 1 ? told[0]!.sentence : `${changes.length} changes of ${monitorName}`}
      tone={changes.some(wantsAttention) ? "degraded" : "text"}
      preview={told.map(({ sentence }) => `${sentence}.`).join(" ")}
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
      {told.map(({ change, label, sentence }) => (
        <Noticed key={change.aspect} change={change} label={label} sentence={sentence} />
      ))}
      <Action href={message.url}>Open the monitor</Action>
    </MailLayout>
  );
}

function Noticed({ change, label, sentence }: { change: Change; label: string; sentence: string }) {
  const { before, after } = changeTexts(change);
  const advice = changeAdvice(change);
  const lines = [...(before === null ? [] : [`before  ${before}`]), `now     ${after}`];
  return (
    <>
      <PartTitle>{label}</PartTitle>
      <Paragraph>{sentence}.</Paragraph>
      <Wire lines={lines.map((text) => ({ text }))} hang={8} />
      {advice && <Paragraph>{advice}</Paragraph>}
    </>
  );
}
