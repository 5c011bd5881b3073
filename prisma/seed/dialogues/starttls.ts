import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { bye, facts, hello, reach } from "./good.ts";

/** Checks that met something odd about the way to TLS, or took their time. */
export const STARTTLS_TROUBLE = {
  vanished: (host: string, now: number) =>
    dialogue(
      "degraded",
      { code: "starttls.vanished", stage: "starttls", reply: null, detail: null },
      { ...facts(host, now), tls: null, certificate: null, capabilities: ["PIPELINING", "SIZE 52428800", "8BITMIME"] },
      [
        ...reach(host),
        ...hello(host).filter(([, stage, , text]) => stage !== "starttls" && !text.includes("STARTTLS")),
        ["note", "starttls", 0.1, "STARTTLS was offered before and is not any more."],
        ...bye,
      ],
    ),
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;
