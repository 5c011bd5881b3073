import type { Reply } from "#core/check/reply.ts";

/** RFC 1939 section 5: how many messages there are, and their size in bytes. */
const DROP_LISTING = /^(\d{1,10}) \d+(?: |$)/;

/** How many messages the answer to STAT tells of; null where it makes no sense. */
export function messagesIn({ lines }: Reply): number | null {
  const [, told] = DROP_LISTING.exec(lines[0]!) ?? [];
  return told === undefined ? null : Number(told);
}
