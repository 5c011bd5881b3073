import { fetchByImap, TIDY_UP_BY_IMAP } from "./fetch-by-imap.ts";
import type { ReadyMade } from "./ready-made.ts";

export const outsideIn: ReadyMade = {
  name: "Outside in",
  about: "We send you a message as any server does, and fetch it from your mailbox.",
  asks: ["mx", "imap", "recipient"],
  write: (answer) => `version: 1
deadline: 2m

servers:
  mx: { protocol: smtp, host: ${answer("mx")}, port: 25, tls: starttls }
  mailbox: { protocol: imap, host: ${answer("imap")}, port: 993, tls: implicit }

steps:
  # Deliver it, as any other server would
  - smtp: connect
    server: mx
  - smtp: ehlo
  - smtp: starttls
  - smtp: mail
    from: ""
  - smtp: rcpt
    to: ${answer("recipient")}
  # The message is written by us, and has a token by which it is found again.
  - smtp: data
  - smtp: quit
  # Fetch it
${fetchByImap(answer("recipient"))}
# Done however the steps above ended
always:
${TIDY_UP_BY_IMAP}  - smtp: quit
`,
};
