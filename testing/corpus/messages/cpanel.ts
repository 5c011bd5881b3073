import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Exim and cPanel document; nobody's mail. SpamAssassin's limit is not told, and the folder for spam lies under INBOX. */
export const CPANEL: DeliveredMessage = {
  by: "cPanel with Exim, as spam",
  folder: "INBOX.spam",
  raw: String.raw`Return-Path: <probe@example.org>
Delivered-To: reader@example.net
Received: from host.example.net
	by host.example.net with LMTP
	id gH5iJ6kLaWkAAQAAexample
	(envelope-from <probe@example.org>)
	for <reader@example.net>; Sun, 29 Nov 2026 05:00:09 -0500
Return-path: <probe@example.org>
Envelope-to: reader@example.net
Delivery-date: Sun, 29 Nov 2026 05:00:09 -0500
Received: from mail.example.org ([192.0.2.25]:40112)
	by host.example.net with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384
	(Exim 4.98.1)
	(envelope-from <probe@example.org>)
	id 1tGdXy-00000001abc-0XyZ
	for reader@example.net;
	Sun, 29 Nov 2026 05:00:08 -0500
X-Spam-Status: Yes, score=8.4
X-Spam-Score: 84
X-Spam-Bar: ++++++++
X-Spam-Report: Spam detection software, running on the system "host.example.net",
 has identified this incoming email as possible spam.
 Content analysis details:   (8.4 points, 5.0 required)
X-Spam-Flag: YES
${OUTGOING}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "host.example.net", "esmtps", "TLS 1.3", 3_000],
    ["host.example.net", "host.example.net", "LMTP", false, 1_000],
  ],
  theirs: [],
  spam: { by: "X-Spam-Status", isSpam: true, score: 8.4, limit: null },
  headers: UNTOUCHED,
};
