import type { ReadyMade } from "./ready-made.ts";
import { logIn, outAt } from "./send.ts";

export const loginTest: ReadyMade = {
  name: "Login test",
  about: "Does the server let somebody in who wants to send mail?",
  asks: ["submission", "sender"],
  write: (answer) => `version: 1
deadline: 30s

servers:
${outAt(answer("submission"))}
steps:
${logIn(answer("sender"))}
always:
  - smtp: quit
`,
};
