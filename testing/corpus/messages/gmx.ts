import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the extended headers that GMX shows; nobody's mail. It is in the folder for what may be spam. */
export const GMX: DeliveredMessage = {
  by: "GMX, suspected of spam",
  folder: "Spamverdacht",
  raw: String.raw`Return-Path: <probe@example.org>
Received: from mail.example.org ([192.0.2.25]) by mx-ha.gmx.net (mxgmx017
 [198.51.100.9]) with ESMTPS (Nemesis) id 1MTRMy-1tABcd0AbC-00ABCD for
 <reader@example.net>; Sun, 29 Nov 2026 11:00:08 +0100
Envelope-To: <reader@example.net>
Authentication-Results: gmx.net; dkim=pass header.i=@example.org
X-GMX-Antispam: 5 (nemesis mail header analyzer); Detail=V3;
X-Spam-Flag: YES
X-UI-Filterresults: junk:10;V03:K0:exampleexampleexampleexample/exampleexample
 exampleexampleexampleexample
${OUTGOING}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "mx-ha.gmx.net", "ESMTPS", true, 3_000]],
  theirs: [{ by: "gmx.net", verdicts: ["dkim=pass"] }],
  spam: { by: "X-Spam-Flag", isSpam: true, score: null, limit: null },
  headers: UNTOUCHED,
};
