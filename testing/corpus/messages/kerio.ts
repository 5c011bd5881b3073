import { altered, FIRST_HOP, OUTGOING, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Kerio Connect writes; nobody's mail. Its hits are named so in the manner of SpamAssassin 2. */
export const KERIO: DeliveredMessage = {
  by: "Kerio Connect, as junk",
  folder: "Junk E-mail",
  raw: String.raw`Return-Path: <probe@example.org>
X-Spam-Status: Yes, hits=6.3 required=5.0
	tests=BAYES_99: 4.07, HTML_MESSAGE: 0.001, KERIO_ANTI_SPAM: -0.000,
	RCVD_IN_SORBS: 2.229, TOTAL_SCORE: 6.300,autolearn=no
X-Spam-Flag: YES
X-Spam-Level: ******
Received: from mail.example.org ([192.0.2.25])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
	by kerio.example.net (Kerio Connect 10.0.6)
	with ESMTPS
	for reader@example.net;
	Sun, 29 Nov 2026 11:00:08 +0100
${altered(OUTGOING, "Subject: ", "Subject: **SPAM** ")}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "kerio.example.net", "ESMTPS", "TLS 1.3", 3_000]],
  theirs: [],
  spam: { by: "X-Spam-Status", isSpam: true, score: 6.3, limit: 5 },
  headers: { lost: [], changed: ["Subject"] },
};
