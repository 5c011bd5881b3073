import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { bye, facts, hello, reach, secured } from "./good.ts";

const toMail = (host: string): Words[] => [
  ...reach(host),
  ...hello(host),
  ...secured(host),
  ["sent", "mail", 0.2, "MAIL FROM:<probe@ehlowatch.example>"],
];
/** Accept tests that did not go well. */
export const ACCEPT_TROUBLE = {
  diskFull: (host: string, now: number) => {
    const reply = { code: 452, enhanced: "4.3.1", lines: ["4.3.1 Insufficient system storage"] };
    return dialogue("down", { code: "mail.reply", stage: "mail", reply, detail: null }, facts(host, now), [
      ...toMail(host),
      ["received", "mail", 22.8, "452 4.3.1 Insufficient system storage"],
      ...bye,
    ]);
  },
  greylisted: (host: string, now: number) => {
    const reply = {
      code: 450,
      enhanced: "4.2.0",
      lines: ["4.2.0 <postmaster@example.com>: Recipient address rejected: Greylisted"],
    };
    const reason = { code: "rcpt.greylisted", stage: "rcpt", reply, detail: "It is asked again in 300 s." } as const;
    const answer = `450 ${reply.lines[0]}`;
    const words: Words[] = [
      ...toMail(host),
      ["received", "mail", 21.1, "250 2.1.0 Ok"],
      ["sent", "rcpt", 0.1, "RCPT TO:<postmaster@example.com>"],
      ["received", "rcpt", 41.9, answer],
      ["sent", "rcpt", 0.1, "RSET"],
      ["received", "rcpt", 20.3, "250 2.0.0 Ok"],
      ...bye,
    ];
    return { ...dialogue("degraded", reason, facts(host, now), words, answer), retryAt: now + 200_000 };
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
