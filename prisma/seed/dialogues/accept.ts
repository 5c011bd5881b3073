import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { facts } from "./facts.ts";
import { bye, exchange, failing, hello, reach, secured, takeBack } from "./parts.ts";

const PORT = 25;

const begin = (host: string, now: number): Words[] => [...reach(host, PORT), ...hello(host), ...secured(host, now)];
const sender = (ms: number, answer: string) => exchange("mail", "MAIL FROM:<probe@ehlowatch.example>", ms, answer);
const recipient = (ms: number, answer: string) => exchange("rcpt", "RCPT TO:<postmaster@example.com>", ms, answer);

/** An accept test that goes well. */
export const acceptTest = [...sender(21.1, "250 2.1.0 Ok"), ...recipient(24.3, "250 2.1.5 Ok")];

/** Accept tests that did not go well. */
export const ACCEPT_TROUBLE = {
  diskFull: (host: string, now: number) => {
    const reply = { code: 452, enhanced: "4.3.1", lines: ["4.3.1 Insufficient system storage"] };
    return dialogue("down", { code: "mail.reply", stage: "mail", reply, detail: null }, facts(host, now), [
      ...begin(host, now),
      ...sender(22.8, "452 4.3.1 Insufficient system storage"),
      ...bye,
    ]);
  },
  greylisted: (host: string, now: number) => {
    const line = "4.2.0 <postmaster@example.com>: Recipient address rejected: Greylisted";
    const reason: Reason = {
      code: "rcpt.greylisted",
      stage: "rcpt",
      reply: { code: 450, enhanced: "4.2.0", lines: [line] },
      detail: "It is asked again in 300 s.",
    };
    const words: Words[] = [
      ...begin(host, now),
      ...sender(21.1, "250 2.1.0 Ok"),
      ...recipient(41.9, `450 ${line}`),
      failing(reason, 0.1),
      ...takeBack,
    ];
    return { ...dialogue("degraded", reason, facts(host, now), words), retryAt: now + 200_000 };
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
