import type { ReadyMade } from "./ready-made.ts";

export const loginTest: ReadyMade = {
  name: "Login test",
  about: "Does the server let somebody in who wants to send mail?",
  asks: ["submission", "sender"],
  write: (answer) => `version: 1
deadline: 30s

servers:
  out: { protocol: smtp, host: ${answer("submission")}, port: 587, tls: starttls-required }

steps:
  - smtp: connect
    server: out
  - smtp: ehlo
  - smtp: starttls
  - smtp: auth
    username: ${answer("sender")}
    secret: submission

always:
  - smtp: quit
`,
};
