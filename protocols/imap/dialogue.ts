import type { ImapTarget } from "#core/monitor.ts";
import type { Dialogue } from "../dialogue.ts";

/** What the commands of a dialogue in IMAP share. */
export type ImapDialogue = Dialogue<ImapTarget>;
