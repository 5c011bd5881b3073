import { fetchByImap, TIDY_UP_BY_IMAP } from "./fetch-by-imap.ts";
import type { ReadyMade } from "./ready-made.ts";
import { outAt, sendAs } from "./send.ts";

export const roundTripByImap: ReadyMade = {
  name: "Round trip by IMAP",
  about: "Sends a message through your server and fetches it by IMAP.",
  asks: ["submission", "sender", "imap", "recipient"],
  write: (answer) => `version: 1
deadline: 2m

servers:
${outAt(answer("submission"))}  mailbox: { protocol: imap, host: ${answer("imap")}, port: 993, tls: implicit }

steps:
  # Send it
${sendAs(answer("sender"), answer("recipient"))}  # Fetch it
${fetchByImap(answer("recipient"))}
# Done however the steps above ended
always:
${TIDY_UP_BY_IMAP}  - smtp: quit
`,
};
