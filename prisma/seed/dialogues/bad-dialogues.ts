import { ACCEPT_TROUBLE } from "./accept.ts";
import { DOMAIN_TROUBLE } from "./domain.ts";
import { LOGIN_TROUBLE } from "./login.ts";
import { MAILBOX_TROUBLE } from "./mailbox.ts";
import { ORDINARY_TROUBLE } from "./ordinary.ts";
import { REACH_TROUBLE } from "./reach.ts";
import { ROUND_TRIP_TROUBLE } from "./round-trip.ts";
import { STARTTLS_TROUBLE } from "./starttls.ts";

/** Checks that did not go well, by what was wrong. */
export const BAD_DIALOGUES = {
  ...ORDINARY_TROUBLE,
  ...STARTTLS_TROUBLE,
  ...ACCEPT_TROUBLE,
  ...LOGIN_TROUBLE,
  ...REACH_TROUBLE,
  ...MAILBOX_TROUBLE,
  ...ROUND_TRIP_TROUBLE,
  ...DOMAIN_TROUBLE,
};

export type BadDialogue = keyof typeof BAD_DIALOGUES;
