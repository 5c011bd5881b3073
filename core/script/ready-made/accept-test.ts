import type { ReadyMade } from "./ready-made.ts";

export const acceptTest: ReadyMade = {
  name: "Accept test",
  about: "Would the server take a message for this address now? None is sent.",
  asks: ["mx", "recipient"],
  write: (answer) => `version: 1
deadline: 30s

servers:
  mx: { protocol: smtp, host: ${answer("mx")}, port: 25, tls: starttls }

steps:
  - smtp: connect
    server: mx
  - smtp: ehlo
  - smtp: starttls
  # An empty sender, as of a bounce: nobody could be answered.
  - smtp: mail
    from: ""
  - smtp: rcpt
    to: ${answer("recipient")}
  # That was all: no message follows.
  - smtp: rset

always:
  - smtp: quit
`,
};
