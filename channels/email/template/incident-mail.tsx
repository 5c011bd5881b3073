import { detailText } from "#core/check/detail-text.ts";
import type { Reply as ServerReply } from "#core/check/reply.ts";
import { stageLabel } from "#core/check/stage.ts";
import { headlineOfServer } from "#core/diagnosis/server-told.ts";
import { outageMs } from "#core/message/message-subject.ts";
import type { IncidentMessage } from "#core/message/message.ts";
import { reasonHref } from "#core/reason/reason-href.ts";
import { durationExact } from "#core/text/duration.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { Action, Paragraph, PartTitle, TextLink, Wire } from "./blocks.tsx";
import { Dialogue } from "./dialogue.tsx";
import { FlappingMail } from "./flapping-mail.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";
import { OpenActions } from "./open-actions.tsx";
import { WhyThisMail } from "./why-this-mail.tsx";

/** A monitor is down or degraded, comes and goes, or is up again. */
export function IncidentMail(props: OnMail<IncidentMessage>) {
  if (props.message.kind === "incident_flapping") return <FlappingMail {...props} />;
  return props.message.kind === "incident_resolved" ? <Resolved {...props} /> : <Open {...props} />;
}

function Open({ message, revokeUrl }: OnMail<IncidentMessage>) {
  const { diagnosis, reason, lines } = message;
  const headline = headlineOfServer(diagnosis.headline, message.monitorKind, reason);
  const detail = detailText(reason);
  const now = message.kind === "incident_worsened" ? " now" : "";
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={`${message.monitorName} is ${badState(message)}${now}`}
      tone={badState(message)}
      preview={headline}
      footer={<WhyThisMail message={message} />}
    >
      <Paragraph lead>{headline}</Paragraph>
      <Paragraph muted>
        {message.target}
        {reason.stage && `, at the step “${stageLabel(reason.stage)}”`}, since {instant(message.startedAt)}.
      </Paragraph>
      <Paragraph>{diagnosis.plain}</Paragraph>
      <OpenActions message={message} />

      {reason.reply && (
        <>
          <PartTitle>What the server said</PartTitle>
          <Reply reply={reason.reply} />
        </>
      )}
      {detail && (
        <>
          <PartTitle>What we saw</PartTitle>
          <Wire lines={[{ text: detail }]} hang={2} />
        </>
      )}
      {lines.length > 0 && (
        <>
          <PartTitle>How the dialogue ended</PartTitle>
          <Dialogue lines={lines} />
        </>
      )}
      <PartTitle>For whoever runs the server</PartTitle>
      <Paragraph>
        {diagnosis.expert}
        {diagnosis.rfc && ` (${diagnosis.rfc})`}
      </Paragraph>
      <PartTitle>What to try next</PartTitle>
      <Wire lines={diagnosis.next.map((text) => ({ text }))} hang={2} />
      <Paragraph>
        <ReasonLink message={message} />
      </Paragraph>
    </MailLayout>
  );
}

function Resolved({ message, revokeUrl }: OnMail<IncidentMessage>) {
  const was = message.hasFlapped ? `It was ${badState(message)} again and again` : `It was ${badState(message)}`;
  const lasted = `${was} for ${durationExact(outageMs(message))}.`;
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={`${message.monitorName} is ${badState(message) === "down" ? "up" : "fine"} again`}
      tone="up"
      preview={lasted}
      footer={<WhyThisMail message={message} />}
    >
      <Paragraph lead>{lasted}</Paragraph>
      <Paragraph muted>
        {message.target}, from {instant(message.startedAt)} to {message.endedAt && instant(message.endedAt)}.
      </Paragraph>
      <Paragraph>The reason was: {headlineOfServer(message.diagnosis.headline, message.monitorKind, message.reason)}</Paragraph>
      <Paragraph>
        <ReasonLink message={message} />
      </Paragraph>
      <Action href={message.url}>Open the incident</Action>
    </MailLayout>
  );
}

function ReasonLink({ message }: { message: IncidentMessage }) {
  return (
    <TextLink href={new URL(reasonHref(message.reason.code, message.diagnosis.kind), message.url).href}>
      More about this reason
    </TextLink>
  );
}

function badState({ status = "down" }: IncidentMessage) {
  return status;
}

function Reply({ reply }: { reply: ServerReply }) {
  return <Wire lines={reply.lines.map((line) => ({ text: `${reply.code} ${line}` }))} hang={4} />;
}

function instant(iso: string): string {
  return exactTime(new Date(iso), "UTC");
}
