import { counted, DIGEST_WORDS, digestSubject } from "#core/message/digest-words.ts";
import { digestSentence } from "#core/message/message-facts.ts";
import type { DigestEntry, DigestMessage } from "#core/message/message.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { TABLE_OF_DATA } from "../render-mail.ts";
import { Action, Paragraph, TextLink } from "./blocks.tsx";
import { MailLayout } from "./mail-layout.tsx";
import type { OnMail } from "./on-mail.ts";
import { paint } from "./theme.ts";

/** A mail shows this many rows; mail programs cut off what is much longer. */
export const MOST_ROWS = 100;

const TONES = { down: "down", degraded: "degraded", flapping: "degraded", over: "up", change: "text" } as const;

/** Much has happened at once, and is told together. */
export function DigestMail({ message, revokeUrl }: OnMail<DigestMessage>) {
  const { entries, url } = message;
  const shown = entries.slice(0, MOST_ROWS);
  const more = entries.length - shown.length;
  return (
    <MailLayout
      revokeUrl={revokeUrl}
      title={digestSubject(message)}
      tone={TONES[entries[0]?.state ?? "change"]}
      preview={digestSentence(message)}
      footer={
        <>
          Ehlowatch sends this because the address is a channel of these monitors. After five messages in five minutes the next ones
          come together, a minute apart. <TextLink href={new URL("/channels", url).href}>Change who is told</TextLink>
        </>
      }
    >
      <Paragraph lead>{digestSentence(message)}</Paragraph>
      <Action href={url}>Open the incidents</Action>
      <table
        className={TABLE_OF_DATA}
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        style={{ margin: "24px 0 0", borderCollapse: "collapse" }}
      >
        <thead>
          <tr>
            {["State", "Monitor", "What and when"].map((label) => (
              <th key={label} align="left" {...paint({ text: "muted", border: "line" }, { ...CELL, fontWeight: 600 })}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry, index) => (
            <Entry key={index} entry={entry} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Paragraph>
          And {counted(more)} more. All {counted(entries.length)} are in the attached file, and in the list of incidents.
        </Paragraph>
      )}
    </MailLayout>
  );
}

const CELL = {
  fontSize: "13px",
  lineHeight: "18px",
  padding: "8px 8px 8px 0",
  borderWidth: "0 0 1px",
  borderStyle: "solid",
  verticalAlign: "top",
} as const;

function Entry({ entry: { state, monitorName, target, what, at, url } }: { entry: DigestEntry }) {
  return (
    <tr>
      <td {...paint({ text: TONES[state], border: "line" }, { ...CELL, fontWeight: 600, whiteSpace: "nowrap" })}>
        {DIGEST_WORDS[state]}
      </td>
      <td {...paint({ text: "text", border: "line" }, { ...CELL, overflowWrap: "anywhere" })}>
        <TextLink href={url}>{monitorName}</TextLink>
        <br />
        <span {...paint({ text: "muted" })}>{target}</span>
      </td>
      <td {...paint({ text: "text", border: "line" }, { ...CELL, overflowWrap: "anywhere" })}>
        {what}
        <br />
        <span {...paint({ text: "muted" })}>{exactTime(new Date(at), "UTC")}</span>
      </td>
    </tr>
  );
}
