import { notFound } from "next/navigation";
import { listMessages } from "#db/mailbox/list-messages.ts";
import { readMessage } from "#db/mailbox/read-message.ts";
import { hasMailbox } from "./settings.ts";

const SHOWN = 100;

/** The newest messages of the built-in mailbox. It is for whoever is at this machine: a newcomer must get at their first mail. */
export async function loadMailbox() {
  if (!hasMailbox) notFound();
  return listMessages(SHOWN);
}

/** One message of the built-in mailbox. */
export async function loadMessage(messageId: string) {
  if (!hasMailbox || !/^\d{1,9}$/.test(messageId)) notFound();
  return (await readMessage(Number(messageId))) ?? notFound();
}
