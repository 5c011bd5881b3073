import type { ReadyMade } from "./ready-made.ts";
import { outAt, sendAs } from "./send.ts";

export const roundTripByPop3: ReadyMade = {
  name: "Round trip by POP3",
  about: "Sends a message through your server and fetches it by POP3.",
  asks: ["submission", "sender", "pop3", "recipient"],
  write: (answer) => `version: 1
deadline: 2m

servers:
${outAt(answer("submission"))}  mailbox: { protocol: pop3, host: ${answer("pop3")}, port: 995, tls: implicit }

steps:
  # Send it
${sendAs(answer("sender"), answer("recipient"))}  # Fetch it
  - pop3: connect
    server: mailbox
  - pop3: login
    username: ${answer("recipient")}
    secret: mailbox
  # Looks again and again until the message is there.
  - pop3: search
    every: 5s
    limit: 60s
  - pop3: fetch
  - expect: message
    delay: 30s
    otherwise: degraded

# Done however the steps above ended. What is deleted goes with quit.
always:
  - pop3: delete
  - pop3: quit
  - smtp: quit
`,
};
