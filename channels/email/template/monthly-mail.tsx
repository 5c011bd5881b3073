import { counted } from "#core/message/digest-words.ts";
import type { MonthlyFinding, MonthlyLine, MonthlyMessage } from "#core/message/message.ts";
import { Action, Paragraph, PartTitle, TextLink, Wire } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";

type Props = { message: MonthlyMessage; revokeUrl: string | null };

/** How a domain did in a month, and what it could do better now. */
export function MonthlyMail({ message, revokeUrl }: Props) {
  const { domain, month, monitorName, uptime, uptimeDetails, posture, worst, url } = message;
  const figure =
    uptime === null ? `Too little of ${month} was watched for a number.` : `${domain} took mail ${uptime} of the time.`;
  return (
    <MailLayout title={`${domain} in ${month}`} tone="text" preview={figure} footer={<Why {...{ message, revokeUrl }} />}>
      <Paragraph lead>{figure}</Paragraph>
      <Paragraph muted>
        Monitor {monitorName}: {uptimeDetails.join(", ")}.
      </Paragraph>
      <Happened title="Incidents" lines={message.incidents} count={message.incidentCount} none="There was none." />
      <Happened title="What changed" lines={message.changes} count={message.changeCount} none="Nothing that we look at." />
      <PartTitle>Posture now</PartTitle>
      <Paragraph>{posture === null ? "No check of it is kept." : `${capital(posture)}.`}</Paragraph>
      {worst.length > 0 && <PartTitle>What to mend first</PartTitle>}
      {worst.map((finding) => (
        <Finding key={`${finding.url} ${finding.subject}`} finding={finding} />
      ))}
      <Action href={url}>Open the report</Action>
    </MailLayout>
  );
}

function Happened({ title, lines, count, none }: { title: string; lines: MonthlyLine[]; count: number; none: string }) {
  const more = count - lines.length;
  return (
    <>
      <PartTitle>{count === 0 ? title : `${title}: ${counted(count)}`}</PartTitle>
      {count === 0 && <Paragraph>{none}</Paragraph>}
      {lines.map(({ when, what }, index) => (
        <Paragraph key={index}>
          {when}: {what}
        </Paragraph>
      ))}
      {more > 0 && <Paragraph muted>And {counted(more)} earlier.</Paragraph>}
    </>
  );
}

function Finding({ finding: { verdict, says, subject, mend, url } }: { finding: MonthlyFinding }) {
  return (
    <>
      <Paragraph>
        <strong>{capital(verdict)}:</strong> {says}
      </Paragraph>
      <Wire lines={[{ text: subject }]} hang={2} />
      <Paragraph>
        {mend} <TextLink href={url}>About this finding</TextLink>
      </Paragraph>
    </>
  );
}

function Why({ message, revokeUrl }: Props) {
  return (
    <>
      Ehlowatch sends this on the first of each month because somebody of the team chose this address for it.{" "}
      <TextLink href={message.stopUrl}>Stop this monthly mail</TextLink>
      {revokeUrl !== null && (
        <>
          {" or "}
          <TextLink href={revokeUrl}>everything that this team sends here, alerts as well</TextLink>
        </>
      )}
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
