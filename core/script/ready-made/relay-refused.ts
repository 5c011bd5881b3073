import { askMx } from "./ask-mx.ts";
import type { ReadyMade } from "./ready-made.ts";

export const relayRefused: ReadyMade = {
  name: "Open relay refused",
  about: "Mail from strangers to strangers has to be refused.",
  asks: ["mx"],
  write: (answer) =>
    askMx(
      answer("mx"),
      `  - smtp: mail
    from: probe@example.org
  # Neither address is one of the server's own. Whoever takes this passes on everybody's mail.
  - smtp: rcpt
    to: nobody@example.net
    expect: { code: 5xx }
`,
    ),
};
