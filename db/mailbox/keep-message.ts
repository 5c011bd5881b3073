import { pool } from "../pool.ts";

/** A mail as the built-in mailbox received it. `sender` and `recipients` are those of the envelope. */
export type ReceivedMessage = {
  sender: string;
  recipients: string[];
  subject: string;
  text: string;
  html: string | null;
  raw: Buffer;
};

/** The mailbox is for looking at, not for keeping: the newest stay. */
const KEPT = 1_000;

/** Stores a message, drops the oldest past the bound, and tells open pages. Returns its id; throws where the database is away. */
export async function keepMessage(message: ReceivedMessage): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `with kept as (
       insert into mailbox_message (sender, recipients, subject, text, html, raw)
       values ($1, $2, $3, $4, $5, $6) returning id
     ), dropped as (
       delete from mailbox_message where id <= (select id from kept) - $7::int
     )
     select id, pg_notify('mailbox_changed', '') from kept`,
    [
      withoutNul(message.sender),
      message.recipients.map(withoutNul),
      withoutNul(message.subject),
      withoutNul(message.text),
      message.html === null ? null : withoutNul(message.html),
      message.raw,
      KEPT,
    ],
  );
  return rows[0]!.id;
}

/** PostgreSQL's text holds every character but this one. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}
