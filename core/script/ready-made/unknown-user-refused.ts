import type { ReadyMade } from "./ready-made.ts";

export const unknownUserRefused: ReadyMade = {
  name: "Unknown user refused",
  about: "Mail to an address that does not exist has to be refused at once, not bounced later.",
  asks: ["mx", "domain"],
  write: (answer) => `version: 1
deadline: 30s

servers:
  mx: { protocol: smtp, host: ${answer("mx")}, port: 25, tls: starttls }

steps:
  - smtp: connect
    server: mx
  - smtp: ehlo
  - smtp: starttls
  - smtp: mail
    from: ""
  # An address that nobody has
  - smtp: rcpt
    to: no-such-user@${answer("domain")}
    expect: { code: 5xx }
  - smtp: rset

always:
  - smtp: quit
`,
};
