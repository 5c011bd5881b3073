import type { Aspect } from "./findings.ts";

/** What each aspect of a posture is called, and what it decides. */
export const ASPECT_WORDS: Record<Aspect, { title: string; about: string }> = {
  mx: { title: "MX records", about: "Where the DNS says that mail for the domain goes." },
  spf: { title: "SPF", about: "Which servers may send mail for the domain." },
  dkim: { title: "DKIM", about: "The keys by which receivers tell that its mail is genuine." },
  dmarc: { title: "DMARC", about: "What receivers do with mail that only claims to be from the domain." },
  "mta-sts": { title: "MTA-STS", about: "That senders deliver only through TLS to a server whose certificate is right." },
  "tls-rpt": { title: "TLS-RPT", about: "Where senders report that TLS did not work." },
  dane: { title: "DANE", about: "Which certificates its servers may show, vouched for by the signed DNS." },
  reverse: { title: "Reverse DNS", about: "That each address has a name, and the name leads back to it." },
  names: { title: "Server names", about: "What its servers call themselves in their greeting and their answer to EHLO." },
  bimi: { title: "BIMI", about: "The logo that is shown beside its mail." },
  caa: { title: "CAA", about: "Which authorities may issue certificates for it." },
  expiry: { title: "Registration", about: "Until when the domain is registered." },
  refusals: { title: "Refusals", about: "That its servers take no mail for strangers, and none for mailboxes that do not exist." },
};
