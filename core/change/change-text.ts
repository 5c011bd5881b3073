import type { Target } from "../monitor/monitor.ts";
import {
  type AspectValues,
  type Change,
  type ChangeAspect,
  changeLabel,
  type ChangeOf,
  type DomainAspect,
  isOfDomain,
} from "./change.ts";

const LOOK = "Its page says what is wrong, and how to mend it.";

/** What has changed about a domain, before what is new and what is gone. */
const CHANGED: Record<DomainAspect, (domain: string) => string> = {
  "mail-servers": (domain) => `Mail servers of ${domain} have changed`,
  spf: (domain) => `SPF record of ${domain} has changed`,
  dkim: (domain) => `DKIM keys of ${domain} have changed`,
  dmarc: (domain) => `DMARC record of ${domain} has changed`,
  "mta-sts": (domain) => `MTA-STS policy of ${domain} has changed`,
  "tls-rpt": (domain) => `TLS reporting of ${domain} has changed`,
  dane: (domain) => `TLSA records of ${domain} have changed`,
  reverse: (domain) => `Reverse DNS of ${domain} has changed`,
  bimi: (domain) => `BIMI record of ${domain} has changed`,
  caa: (domain) => `CAA records of ${domain} have changed`,
  posture: (domain) => `What is wrong with ${domain} has changed`,
};

/** A change in one sentence without a full stop, fit for a subject or a list: "STARTTLS of mx1.example.com has vanished". */
export function changeSentence(host: string, change: Change, kind: Target["kind"] | undefined): string {
  if (isOfDomain(change)) return `${CHANGED[change.aspect](host)}: ${difference(change.before ?? [], change.after)}`;
  switch (change.aspect) {
    case "certificate-expiry": {
      const { daysLeft } = change.after;
      return `Certificate of ${host} ${daysLeft > 0 ? `expires in ${daysLeft} ${daysLeft === 1 ? "day" : "days"}` : "has expired"}`;
    }
    case "certificate":
      return `Certificate of ${host} was replaced`;
    case "starttls":
      return `${changeLabel(change.aspect, kind)} of ${host} ${change.after ? "is offered again" : "has vanished"}`;
    case "tls":
      return `TLS of ${host} has changed to ${change.after.protocol}`;
    case "software":
      return `Software of ${host} is ${change.after} now`;
    case "banner":
      return `Banner of ${host} has changed`;
    case "capabilities":
      return `Capabilities of ${host} have changed: ${difference(change.before ?? [], change.after)}`;
    case "addresses":
      return `Addresses of ${host} have changed: ${difference(change.before ?? [], change.after)}`;
  }
}

/** What a change may mean and what to do about it, in a sentence or two; null where it explains itself. */
export function changeAdvice(change: Change): string | null {
  if (isOfDomain(change)) return change.aspect === "posture" ? LOOK : "If nobody changed it, find out who can write to its DNS.";
  const { aspect, after } = change;
  switch (aspect) {
    case "certificate-expiry":
      return "Renew it before that: whoever checks certificates turns away afterwards.";
    case "certificate":
      return "If nobody renewed it, find out who answers there.";
    case "starttls":
      if (after) return null;
      return "What is said to it travels in the clear now. If nobody switched it off, somebody on the way may be taking it out.";
    case "addresses":
      return "If nobody moved the server, look at its DNS.";
    case "tls":
    case "software":
    case "banner":
    case "capabilities":
      return null;
  }
}

/** Whether somebody should do something about it soon. */
export function wantsAttention({ aspect, after }: Change): boolean {
  return aspect === "certificate-expiry" || (aspect === "starttls" && !after);
}

/** What an aspect was and is, as short text; `before` is null where nothing was another way before. */
export function changeTexts<Aspect extends ChangeAspect>({
  aspect,
  before,
  after,
}: ChangeOf<Aspect>): { before: string | null; after: string } {
  const text: (value: AspectValues[Aspect]) => string = TEXTS[aspect];
  return { before: before === null ? null : text(before), after: text(after) };
}

const TEXTS: { [Aspect in ChangeAspect]: (value: AspectValues[Aspect]) => string } = {
  "certificate-expiry": ({ notAfter }) => `valid until ${dayOf(notAfter)}`,
  certificate: ({ subject, issuer, notAfter, fingerprint256 }) =>
    `${subject}, issued by ${issuer}, valid until ${dayOf(notAfter)}, SHA-256 ${fingerprint256.slice(0, 11)}…`,
  starttls: (isOffered) => (isOffered ? "offered" : "not offered"),
  tls: ({ protocol, cipher }) => `${protocol}, ${cipher}`,
  software: (software) => software,
  banner: (banner) => banner,
  capabilities: listed,
  addresses: listed,
  "mail-servers": listed,
  spf: listed,
  dkim: listed,
  dmarc: listed,
  "mta-sts": listed,
  "tls-rpt": listed,
  dane: listed,
  reverse: listed,
  bimi: listed,
  caa: listed,
  posture: listed,
};

function difference(before: readonly string[], after: readonly string[]): string {
  const added = after.filter((each) => !before.includes(each)).map((each) => `${each} is new`);
  const gone = before.filter((each) => !after.includes(each)).map((each) => `${each} is gone`);
  return listed([...added, ...gone]);
}

function listed(several: readonly string[]): string {
  return several.length === 0 ? "none" : several.join(", ");
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
