import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the full headers that Yahoo Mail shows; nobody's mail. Who says EHLO stands in a comment, behind an address of Yahoo's own. */
export const YAHOO: DeliveredMessage = {
  by: "Yahoo, in bulk",
  folder: "Bulk",
  raw: String.raw`X-Apparently-To: reader@example.net; Sun, 29 Nov 2026 10:00:09 +0000
Return-Path: <probe@example.org>
X-YahooFilteredBulk: 192.0.2.25
Received-SPF: pass (domain of example.org designates 192.0.2.25 as permitted sender)
X-YMailISG: exampleexampleexampleexampleexampleexampleexampleexampleexa
 mpleexampleexampleexample-
X-Originating-Ip: [192.0.2.25]
Received: from 10.197.37.75  (EHLO mail.example.org) (192.0.2.25)
 by atlas-production.v2-mail-prod1-gq1.omega.yahoo.com pod-id v2-mail-prod1-gq1-0001 with SMTPS
 (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256);
 Sun, 29 Nov 2026 10:00:09 +0000
Authentication-Results: atlas-production.v2-mail-prod1-gq1.omega.yahoo.com;
 dkim=pass header.i=@example.org header.s=s1;
 spf=pass smtp.mailfrom=example.org;
 dmarc=pass(p=REJECT) header.from=example.org;
${OUTGOING}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "atlas-production.v2-mail-prod1-gq1.omega.yahoo.com", "SMTPS", "TLS 1.3", 4_000]],
  theirs: [{ by: "atlas-production.v2-mail-prod1-gq1.omega.yahoo.com", verdicts: ["dkim=pass", "spf=pass", "dmarc=pass"] }],
  spam: null,
  headers: UNTOUCHED,
};
