import type { Reason } from "#core/reason.ts";
import type { CheckResult, Facts } from "#core/result.ts";
import type { Stage, StageReport } from "#core/stage.ts";
import type { Status } from "#core/status.ts";
import type { TranscriptLine } from "#core/transcript.ts";

type Words = [direction: TranscriptLine["direction"], stage: Stage, ms: number, text: string];

/** What a seeded check saw; all but the moment it began. */
export type SeededDialogue = Pick<CheckResult, "status" | "stages" | "facts" | "warnings"> & {
  reason: Reason | null;
  lines: TranscriptLine[];
};

const DAY_MS = 86_400_000;

/** Lines with the time each took after the one before it; the last one is where a failed check failed. */
function dialogue(status: Status, reason: Reason | null, facts: Facts, words: Words[]): SeededDialogue {
  let atMs = 0;
  const lines = words.map(([direction, stage, ms, text]): TranscriptLine => ({ direction, stage, atMs: (atMs += ms), text }));
  if (reason?.stage) lines.findLast((line) => line.stage === reason.stage)!.failed = true;
  const stages: StageReport[] = [];
  for (const [, stage, ms] of words) {
    const timing = stages.find((each) => each.stage === stage);
    if (timing) timing.ms += ms;
    else stages.push({ stage, ms, reply: null });
  }
  return { status, reason, stages, facts, warnings: [], lines };
}

function facts(host: string, now: number): Facts {
  return {
    addresses: ["192.0.2.25", "2001:db8::25"],
    address: "192.0.2.25",
    banner: `${host} ESMTP Postfix (Debian/GNU)`,
    capabilities: ["PIPELINING", "SIZE 52428800", "ETRN", "ENHANCEDSTATUSCODES", "8BITMIME", "DSN", "SMTPUTF8", "CHUNKING"],
    tls: { protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384" },
    certificate: {
      subject: `CN=${host}`,
      issuer: "C=US, O=Let's Encrypt, CN=R11",
      names: [host],
      notBefore: new Date(now - 30 * DAY_MS).toISOString(),
      notAfter: new Date(now + 60 * DAY_MS).toISOString(),
      fingerprint256: Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":"),
    },
  };
}

const reach = (host: string): Words[] => [
  ["note", "dns", 3.8, `${host} is 192.0.2.25, 2001:db8::25`],
  ["note", "connect", 20.6, "connected to 192.0.2.25:25"],
];

const hello = (host: string): Words[] => [
  ["received", "greeting", 31.4, `220 ${host} ESMTP Postfix (Debian/GNU)`],
  ["sent", "ehlo", 0.2, "EHLO probe.ehlowatch.example"],
  ["received", "ehlo", 22.4, `250-${host}`],
  ["received", "ehlo", 0, "250-PIPELINING"],
  ["received", "ehlo", 0, "250-SIZE 52428800"],
  ["received", "ehlo", 0, "250-STARTTLS"],
  ["received", "ehlo", 0, "250 8BITMIME"],
  ["sent", "starttls", 0.2, "STARTTLS"],
  ["received", "starttls", 21.7, "220 2.0.0 Ready to start TLS"],
];

/** A check that went well. */
export function goodDialogue(host: string, now: number): SeededDialogue {
  return dialogue("up", null, facts(host, now), [
    ...reach(host),
    ...hello(host),
    ["note", "tls", 47.9, `TLSv1.3, TLS_AES_256_GCM_SHA384, certificate of ${host} is valid for 60 days`],
    ["sent", "ehlo-tls", 0.3, "EHLO probe.ehlowatch.example"],
    ["received", "ehlo-tls", 20.9, `250-${host}`],
    ["received", "ehlo-tls", 0, "250-SIZE 52428800"],
    ["received", "ehlo-tls", 0, "250 8BITMIME"],
    ["sent", "quit", 0.1, "QUIT"],
    ["received", "quit", 20.2, "221 2.0.0 Bye"],
  ]);
}

const bare = (host: string, now: number): Facts => ({
  ...facts(host, now),
  tls: null,
  certificate: null,
  banner: null,
  capabilities: [],
});

/** Checks that did not go well, by what was wrong. */
export const BAD_DIALOGUES = {
  refused: (host: string, now: number) =>
    dialogue(
      "down",
      { code: "connect.refused", stage: "connect", reply: null, detail: "ECONNREFUSED at 192.0.2.25" },
      bare(host, now),
      [
        ["note", "dns", 4.1, `${host} is 192.0.2.25`],
        ["note", "connect", 21.3, "192.0.2.25:25 refused the connection"],
      ],
    ),
  rejected: (host: string, now: number) => {
    const reply = {
      code: 554,
      enhanced: null,
      lines: [`${host} No SMTP service here`, "Your address is listed, see https://lists.example/192.0.2.1"],
    };
    return dialogue("down", { code: "greeting.reply", stage: "greeting", reply, detail: null }, bare(host, now), [
      ...reach(host),
      ["received", "greeting", 511.8, `554-${host} No SMTP service here`],
      ["received", "greeting", 0.1, "554 Your address is listed, see https://lists.example/192.0.2.1"],
      ["sent", "quit", 0.4, "QUIT"],
      ["received", "quit", 20.3, "221 Bye"],
    ]);
  },
  silent: (host: string, now: number) =>
    dialogue(
      "down",
      { code: "greeting.timeout", stage: "greeting", reply: null, detail: "Nothing came within 15 s" },
      bare(host, now),
      [...reach(host), ["note", "greeting", 14_975, "no greeting within the time limit"]],
    ),
  expired: (host: string, now: number) =>
    dialogue(
      "down",
      { code: "tls.expired", stage: "tls", reply: null, detail: "expired 3 days ago, on 2026-11-20" },
      facts(host, now),
      [
        ...reach(host),
        ...hello(host),
        ["note", "tls", 48.2, "TLSv1.3; the certificate expired 3 days ago, on 2026-11-20"],
        ["sent", "quit", 0.1, "QUIT"],
      ],
    ),
  expiring: (host: string, now: number) => {
    const good = goodDialogue(host, now);
    return {
      ...good,
      status: "degraded" as const,
      reason: { code: "tls.expiring", stage: "tls", reply: null, detail: "expires in 6 days" } as const,
    };
  },
  unresolved: (host: string, now: number) =>
    dialogue(
      "unknown",
      { code: "dns.servfail", stage: "dns", reply: null, detail: "SERVFAIL from 192.0.2.53" },
      { ...bare(host, now), addresses: [], address: null },
      [["note", "dns", 2_004, `${host}: SERVFAIL from 192.0.2.53`]],
    ),
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;

export type BadDialogue = keyof typeof BAD_DIALOGUES;
