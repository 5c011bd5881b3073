import { askMx } from "./ask-mx.ts";
import type { ReadyMade } from "./ready-made.ts";

export const acceptTest: ReadyMade = {
  name: "Accept test",
  about: "Would the server take a message for this address now? None is sent.",
  asks: ["mx", "recipient"],
  write: (answer) =>
    askMx(
      answer("mx"),
      `  # An empty sender, as of a bounce: nobody could be answered.
  - smtp: mail
    from: ""
  - smtp: rcpt
    to: ${answer("recipient")}
  # That was all: no message follows.
`,
    ),
};
