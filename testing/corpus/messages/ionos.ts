import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the headers that IONOS shows; nobody's mail. */
export const IONOS: DeliveredMessage = {
  by: "IONOS",
  folder: "INBOX",
  raw: String.raw`Return-Path: <probe@example.org>
Authentication-Results: kundenserver.de; dkim=pass header.i=@example.org
Received: from mail.example.org ([192.0.2.25]) by mx.kundenserver.de (mxeue101
 [198.51.100.67]) with ESMTPS (Nemesis) id 1NABcD-1tKLmn2OpQ-00KLMN for
 <reader@example.net>; Sun, 29 Nov 2026 11:00:08 +0100
Envelope-To: <reader@example.net>
X-Spam-Flag: NO
X-UI-Filterresults: notjunk:1;V03:K0:exampleexampleexampleexample/exampleexample
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "mx.kundenserver.de", "ESMTPS", true, 3_000]],
  theirs: [{ by: "kundenserver.de", verdicts: ["dkim=pass"] }],
  spam: { by: "X-Spam-Flag", isSpam: false, score: null, limit: null },
  headers: UNTOUCHED,
};
