import { listRecipients, type RecipientRow } from "./list-recipients.ts";

/** A recipient of a team; null where it has none such. */
export async function findRecipient(teamId: number, recipientId: number): Promise<RecipientRow | null> {
  const recipients = await listRecipients(teamId);
  return recipients.find((each) => each.recipientId === recipientId) ?? null;
}
