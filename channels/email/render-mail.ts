import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";

/** A mail as it goes out: the same words twice, for readers with and without HTML. */
export type Mail = { subject: string; html: string; text: string };

/** Renders a template. Its text is made from its HTML, so that the two never tell different things. */
export async function renderMail(subject: string, template: ReactElement): Promise<Mail> {
  const html = await render(template);
  const text = toPlainText(html, {
    selectors: [
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
    ],
  });
  return { subject, html, text: `${text.replaceAll(/\n{3,}/g, "\n\n").trim()}\n` };
}
