import { compile } from "html-to-text";
import type { ReactElement } from "react";
import { plainTextSelectors, render } from "react-email";

/** A mail as it goes out: the same words twice, for readers with and without HTML; `attached` is a file of plain text beside it. */
export type Mail = { subject: string; html: string; text: string; attached?: { filename: string; content: string } };

/** A table with this class is one in the text, too; others only lay a mail out. */
export const TABLE_OF_DATA = "data";

/** What react-email's own `toPlainText` does, made ready once: that takes longer than to render a mail. */
const toText = compile({
  wordwrap: false,
  selectors: [
    ...plainTextSelectors,
    { selector: "h1", options: { uppercase: false } },
    { selector: "h2", options: { uppercase: false } },
    { selector: `table.${TABLE_OF_DATA}`, format: "dataTable", options: { uppercaseHeaderCells: false, maxColumnWidth: 60 } },
  ],
});

/** Renders a template. Its text is made from its HTML, so that the two never tell different things. */
export async function renderMail(subject: string, template: ReactElement): Promise<Mail> {
  const html = await render(template);
  return {
    subject,
    html,
    text: `${toText(html)
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim()}\n`,
  };
}
