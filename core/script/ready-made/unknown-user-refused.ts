import { askMx } from "./ask-mx.ts";
import type { ReadyMade } from "./ready-made.ts";

export const unknownUserRefused: ReadyMade = {
  name: "Unknown user refused",
  about: "Mail to an address that does not exist has to be refused at once, not bounced later.",
  asks: ["mx", "domain"],
  write: (answer) =>
    askMx(
      answer("mx"),
      `  - smtp: mail
    from: ""
  # An address that nobody has
  - smtp: rcpt
    to: no-such-user@${answer("domain")}
    expect: { code: 5xx }
`,
    ),
};
