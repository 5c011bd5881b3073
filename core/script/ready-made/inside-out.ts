import type { ReadyMade } from "./ready-made.ts";
import { outAt, sendAs } from "./send.ts";

export const insideOut: ReadyMade = {
  name: "Inside out",
  about: "Sends a message through your server to an address of ours, where we receive it.",
  asks: ["submission", "sender"],
  write: (answer) => `version: 1
deadline: 2m

servers:
${outAt(answer("submission"))}
steps:
  # Send it. \${inbound} stands for the address at which we receive mail for this monitor.
${sendAs(answer("sender"), "${inbound}")}  # Wait for it
  - inbound: receive
    limit: 60s
  - expect: message
    delay: 30s
    spf: [ pass, none ]
    otherwise: degraded

always:
  - smtp: quit
`,
};
