import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

/** Folders that cannot be opened. */
export const FOLDER_ENTRIES: Record<Extract<StageReason, `select.${string}`>, Entry> = {
  "select.missing": {
    cause: "configuration",
    headline: "There is no such folder",
    plain: "The login works, but the mailbox has no folder of the name this monitor opens.",
    expert: "NO to EXAMINE with NONEXISTENT or TRYCREATE: a folder that was renamed or deleted, or a name without its namespace.",
    next: [
      "{login}",
      "Dovecot: doveadm mailbox list -u {user}",
      "Edit the monitor and give the folder as the server lists it, such as INBOX/Archive or INBOX.Archive.",
    ],
    rfc: "RFC 9051 section 7.1, RFC 5530 section 3",
  },
};
