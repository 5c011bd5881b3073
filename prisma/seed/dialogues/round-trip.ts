import type { Arrival } from "#core/arrival/arrival.ts";
import { stepInWords, type Flow } from "#core/mailflow/flow.ts";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { readScript } from "#core/script/read-script.ts";
import { roundTripByImap } from "#core/script/ready-made/round-trip-by-imap.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { facts } from "./facts.ts";
import { loggedIn } from "./login.ts";
import { exchange, hello, reach, secured } from "./parts.ts";

const HOSTS = { submission: "submission.example.org", imap: "imap.example.org" };
const TOKEN = "k7d2m9x4q8w1z5r3t6y0p2s4v";
const DELAY_MS = 6_400;

/** How long each step took, from the connection to the look at the message. */
const STEPS_MS = [24, 21, 68, 38, 20, 20, 131, 20, 70, 43, DELAY_MS, 25, 1];

/** The script of the seeded round trip. */
export const ROUND_TRIP = roundTripByImap.write(
  (name) => ({ ...HOSTS, sender: "probe@example.org", recipient: "reader@example.org" })[name as keyof typeof HOSTS] ?? "",
);

/** A message that went through a submission server, a filter and a mailbox server. */
function arrival(now: number, isJunk: boolean): Arrival {
  const sentAt = Math.floor(now / 1_000) * 1_000 - 10_000;
  type Hop = Arrival["hops"][number];
  const hop = (from: string, by: string, protocol: string, tls: Hop["tls"], afterMs: number, delayMs: number): Hop => {
    return { from, by, protocol, at: sentAt + afterMs, tls, delayMs };
  };
  return {
    folder: isJunk ? "Junk" : "INBOX",
    isJunk,
    sizeBytes: 4_812,
    sentAt,
    arrivedAt: sentAt + DELAY_MS,
    delayMs: DELAY_MS,
    hops: [
      hop("probe.ehlowatch.example", HOSTS.submission, "ESMTPSA", "TLS 1.3", 0, 0),
      hop(HOSTS.submission, "mx.example.org", "ESMTPS", "TLS 1.3", 1_000, 1_000),
      hop("localhost", "filter.example.org", "ESMTP", false, 5_000, 4_000),
      hop("mx.example.org", HOSTS.imap, "LMTP", false, 6_000, 1_000),
    ],
    ours: {
      spf: { result: "pass", detail: "192.0.2.25 for example.org" },
      dkim: { result: "pass", detail: "example.org, key 2026a" },
      dmarc: { result: "pass", detail: "example.org by DKIM and SPF, policy quarantine" },
      arc: { result: "none", detail: null },
    },
    theirs: [
      {
        by: "mx.example.org",
        verdicts: [
          { method: "spf", result: isJunk ? "softfail" : "pass", properties: { "smtp.mailfrom": "probe@example.org" } },
          { method: "dkim", result: "pass", properties: { "header.d": "example.org", "header.s": "2026a" } },
          { method: "dmarc", result: "pass", properties: { "header.from": "example.org" } },
        ],
      },
    ],
    spam: { by: "X-Spamd-Result", isSpam: isJunk, score: isJunk ? 7.1 : 1.9, limit: 6 },
    headers: { lost: [], changed: isJunk ? ["Subject"] : [] },
  };
}

function flow(now: number, isJunk: boolean): Flow {
  const { script } = readScript(ROUND_TRIP);
  return {
    token: TOKEN,
    steps: (["steps", "always"] as const).flatMap((list) =>
      (script?.[list] ?? []).map((step, index) => ({
        list,
        index,
        says: stepInWords(step),
        outcome: isJunk && list === "steps" && "expect" in step ? ("degraded" as const) : ("done" as const),
        ms: list === "always" ? 20 : STEPS_MS[index]!,
      })),
    ),
    message: arrival(now, isJunk),
    late: isJunk ? [{ token: TOKEN.replace("k", "b"), delayMs: 1_320_000, folder: "INBOX" }] : [],
  };
}

const sending: Words[] = [
  ...loggedIn,
  ...exchange("mail", "MAIL FROM:<probe@example.org>", 20.4, "250 2.1.0 Ok"),
  ...exchange("rcpt", "RCPT TO:<reader@example.org>", 20.7, "250 2.1.5 Ok"),
  ...exchange("data", "DATA", 20.5, "354 End data with <CR><LF>.<CR><LF>"),
  ...exchange("data", ".", 110.2, "250 2.0.0 Ok: queued as 4kXw1z6vQpz9s"),
];

const fetching = (folder: string): Words[] => [
  ...exchange("login", "a1 AUTHENTICATE PLAIN [redacted]", 42.6, "a1 OK Logged in"),
  ["note", "delivery", DELAY_MS, `the message is in ${folder}`],
  ...exchange("search", `a2 EXAMINE "${folder}"`, 21.3, "a2 OK [READ-ONLY] Examine completed (0.001 + 0.000 secs)."),
  ...exchange(
    "search",
    `a3 UID SEARCH HEADER Message-ID "${TOKEN}"`,
    22,
    "* SEARCH 4711",
    "a3 OK Search completed (0.001 + 0.000 secs).",
  ),
  ["sent", "fetch", 0.2, "a4 UID FETCH 4711 (RFC822.SIZE INTERNALDATE BODY.PEEK[])"],
  ["note", "fetch", 24.1, "4812 bytes of data"],
  ["received", "fetch", 0.1, "a4 OK Fetch completed (0.001 + 0.000 secs)."],
];

const tidying: Words[] = [
  ...exchange(
    "delete",
    String.raw`a5 UID STORE 4711 +FLAGS.SILENT (\Deleted)`,
    20.2,
    "a5 OK Store completed (0.001 + 0.000 secs).",
  ),
  ...exchange("expunge", "a6 UID EXPUNGE 4711", 20.9, "a6 OK Expunge completed (0.001 + 0.000 secs)."),
  ...exchange("logout", "a7 LOGOUT", 20.3, "* BYE Logging out", "a7 OK Logout completed (0.001 + 0.000 secs)."),
];

const words = (host: string, now: number, folder: string): Words[] => [
  ...reach(host, 587),
  ...hello(host),
  ...secured(host, now),
  ...sending,
  ...fetching(folder),
];

/** A round trip that went well. */
export function goodRoundTrip({ host }: Pick<MailflowTarget, "host">, now: number): SeededDialogue {
  const seen = { ...facts(host, now), flow: flow(now, false) };
  return dialogue("up", null, seen, [...words(host, now, "INBOX"), ...tidying]);
}

export const ROUND_TRIP_TROUBLE = {
  /** The message arrived where nobody looks. */
  inJunk: (host: string, now: number): SeededDialogue => {
    const reason = { code: "delivery.junk", stage: "delivery", reply: null, detail: "The message is in Junk." } as const;
    const seen = { ...facts(host, now), flow: flow(now, true) };
    return dialogue("degraded", reason, seen, [...words(host, now, "Junk"), ...tidying]);
  },
};
