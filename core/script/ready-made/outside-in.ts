import { GREET_MX, mxAt } from "./ask-mx.ts";
import { fetchByImap, TIDY_UP_BY_IMAP } from "./fetch-by-imap.ts";
import type { ReadyMade } from "./ready-made.ts";
import { THE_MESSAGE } from "./send.ts";

export const outsideIn: ReadyMade = {
  name: "Outside in",
  about: "We send you a message as any server does, and fetch it from your mailbox.",
  asks: ["mx", "imap", "recipient"],
  write: (answer) => `version: 1
deadline: 2m

servers:
${mxAt(answer("mx"))}  mailbox: { protocol: imap, host: ${answer("imap")}, port: 993, tls: implicit }

steps:
  # Deliver it, as any other server would
${GREET_MX}  - smtp: mail
    from: ""
  - smtp: rcpt
    to: ${answer("recipient")}
${THE_MESSAGE}  # Fetch it
${fetchByImap(answer("recipient"))}
# Done however the steps above ended
always:
${TIDY_UP_BY_IMAP}  - smtp: quit
`,
};
