import { messageFacts, type MessageFacts, type MessageTone } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";

/** What the workflow "Send webhook alerts to a channel" takes: a message with one Adaptive Card (https://adaptivecards.io/explorer). */
export type TeamsPayload = {
  type: "message";
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive"; contentUrl: null; content: object }];
};

type Run = { type: "TextRun"; text: string; weight?: "Bolder"; size?: "Large"; fontType?: "Monospace" };

const STYLES: Record<MessageTone, string> = { bad: "attention", warning: "warning", good: "good", neutral: "default" };

/**
 * A message as a card, below the 28 KB that Teams takes. Every text is a run of a RichTextBlock: that element alone reads no Markdown, where
 * TextBlock and FactSet do.
 */
export function teamsPayload(message: Message): TeamsPayload {
  const facts = messageFacts(message);
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    msteams: { width: "Full" },
    body: bodyOf(facts),
    actions: actionsOf(facts),
  };
  return { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }] };
}

function bodyOf({ tone, title, sentence, facts, words }: MessageFacts) {
  const said = (words?.split("\n") ?? []).map((line) => block({ text: line, fontType: "Monospace" }));
  return [
    { type: "Container", style: STYLES[tone], bleed: true, items: [block({ text: title, weight: "Bolder", size: "Large" })] },
    block({ text: sentence }),
    ...facts.map(([label, value]) => block({ text: `${label}: `, weight: "Bolder" }, { text: value })),
    ...(said.length === 0 ? [] : [{ type: "Container", style: "emphasis", items: said }]),
  ];
}

function block(...runs: Omit<Run, "type">[]) {
  return { type: "RichTextBlock", inlines: runs.map((run): Run => ({ type: "TextRun", ...run })) };
}

function actionsOf({ open, url, acknowledgeUrl }: MessageFacts) {
  const acknowledge = acknowledgeUrl === null ? [] : [{ type: "Action.OpenUrl", title: "Acknowledge", url: acknowledgeUrl }];
  return [...acknowledge, { type: "Action.OpenUrl", title: open, url }];
}
