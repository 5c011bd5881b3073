import { DEFAULT_POLICY, type ImapTarget, type Policy, type Pop3Target, type SmtpTarget } from "#core/monitor/monitor.ts";

export const CA = "-----BEGIN CERTIFICATE-----\nMIIB\nAAAA\n-----END CERTIFICATE-----";

/** A monitor of which everything is chosen, by its kind. */
export const SMTP_TARGET: SmtpTarget = {
  kind: "smtp",
  host: "mx.example.com",
  port: 587,
  tls: "starttls-required",
  ehloName: "probe.example.net",
  reach: "both",
  until: "accept",
  login: { mechanism: "SCRAM-SHA-256", username: "probe@example.com" },
  envelope: { from: "", accepted: "postmaster@example.com", refused: "nobody@example.net" },
  trust: { except: "name", ca: CA, pin: "ab".repeat(32), warnDays: 30 },
  expect: {
    banner: "ESMTP",
    ehlo: "mx.example.com",
    offers: ["SIZE", "AUTH PLAIN"],
    offersNot: ["AUTH LOGIN"],
    offersNotInClear: ["AUTH"],
    sizeBytes: 52_428_800,
    fineCodes: [450, 554],
  },
  slowMs: { dns: 100, greeting: 500, "ehlo-tls": 200 },
};
export const CHOSEN_POLICY: Policy = { ...DEFAULT_POLICY, incidentFrom: "degraded", tellOf: ["certificate", "banner"] };
const { host, port, tls, reach, trust } = SMTP_TARGET;
const mailbox: Omit<Pop3Target, "kind"> = {
  host,
  port,
  tls,
  reach,
  trust,
  login: { mechanism: "best", username: "probe@example.com" },
  expect: { banner: "Dovecot", offers: ["IDLE"], offersNot: ["AUTH=LOGIN"], offersNotInClear: ["AUTH=PLAIN"] },
};
const slowMs = { dns: 100, capability: 200 };
export const IMAP_TARGET: ImapTarget = {
  ...mailbox,
  kind: "imap",
  until: "select",
  folder: "Archive/2026",
  slowMs: { ...slowMs, select: 500, logout: 50 },
};
export const POP3_TARGET: Pop3Target = { ...mailbox, kind: "pop3", until: "list", slowMs: { ...slowMs, stls: 100, quit: 50 } };
