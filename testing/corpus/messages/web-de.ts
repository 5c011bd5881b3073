import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the extended headers that WEB.DE shows; nobody's mail. */
export const WEB_DE: DeliveredMessage = {
  by: "WEB.DE",
  folder: "INBOX",
  raw: String.raw`Return-Path: <probe@example.org>
Received: from mail.example.org ([192.0.2.25]) by mx-ha.web.de (mxweb011
 [198.51.100.10]) with ESMTPS (Nemesis) id 1MfYMi-1tDEfg1HiJ-00DEFG for
 <reader@example.net>; Sun, 29 Nov 2026 11:00:09 +0100
Envelope-To: <reader@example.net>
Authentication-Results: web.de; dkim=none
X-UI-Filterresults: notjunk:1;V03:K0:exampleexampleexampleexample/exampleexample
X-Spam-Flag: NO
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "mx-ha.web.de", "ESMTPS", true, 4_000]],
  theirs: [{ by: "web.de", verdicts: ["dkim=none"] }],
  spam: { by: "X-Spam-Flag", isSpam: false, score: null, limit: null },
  headers: UNTOUCHED,
};
