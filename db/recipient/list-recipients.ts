import { pool } from "../pool.ts";

/** A mailbox that a team sends test messages to, or wants to. */
export type RecipientRow = {
  recipientId: number;
  mailbox: string;
  provedAt: Date | null;
  /** When whoever reads it has said that they want none. */
  revokedAt: Date | null;
  /** Whether a code waits to be sent. */
  isCodeWanted: boolean;
  /** When the latest code was sent. */
  sentAt: Date | null;
  failure: string | null;
};

/** A team's recipients, by their mailboxes. */
export async function listRecipients(teamId: number): Promise<RecipientRow[]> {
  const { rows } = await pool.query<RecipientRow>(
    `select id as "recipientId", mailbox, proved_at as "provedAt", revoked_at as "revokedAt", next_attempt_at is not null and revoked_at is null as "isCodeWanted",
       sent_at as "sentAt", failure
     from recipient left join revocation on revocation.team_id = recipient.team_id and address = mailbox
     where recipient.team_id = $1 order by mailbox`,
    [teamId],
  );
  return rows;
}
