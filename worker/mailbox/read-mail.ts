import { simpleParser, type ParsedMail } from "mailparser";

/** What a reader sees of a mail. One that cannot be parsed is shown as it came. */
export async function readMail(raw: Buffer): Promise<{ subject: string; text: string; html: string | null }> {
  let mail: ParsedMail;
  try {
    mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  } catch {
    return { subject: "", text: raw.toString("latin1"), html: null }; // a mail nobody can read is no reason to lose it
  }
  return { subject: mail.subject ?? "", text: mail.text ?? "", html: mail.html || null };
}
