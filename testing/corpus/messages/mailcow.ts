import { altered, FIRST_HOP, OUTGOING, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what rspamd and mailcow document; nobody's mail. The message was greylisted for a while, and rspamd has marked its subject. */
export const MAILCOW: DeliveredMessage = {
  by: "Mailcow with rspamd, as junk",
  folder: "Junk",
  raw: String.raw`Return-Path: <probe@example.org>
Delivered-To: reader@example.net
Received: from mail.example.net ([172.22.1.253])
	by 4a5b6c7d8e9f with LMTP
	id aBcDeFgHaWkCAAAAxYz123
	(envelope-from <probe@example.org>)
	for <reader@example.net>; Sun, 29 Nov 2026 11:05:12 +0100
Received: from mail.example.org (mail.example.org [192.0.2.25])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
	 key-exchange X25519 server-signature ECDSA (prime256v1) server-digest SHA256)
	(No client certificate requested)
	by mail.example.net (Postcow) with ESMTPS id 0A1B2C3D4E
	for <reader@example.net>; Sun, 29 Nov 2026 11:05:11 +0100 (CET)
X-Spam-Flag: YES
X-Spam: Yes
Authentication-Results: mail.example.net;
	dkim=pass header.d=example.org header.s=s1 header.b=dGhpcyBp;
	dmarc=pass (policy=reject) header.from=example.org;
	spf=pass (mail.example.net: domain of probe@example.org designates 192.0.2.25 as permitted sender) smtp.mailfrom=probe@example.org
X-Last-TLS-Session-Version: TLSv1.3
X-Rspamd-Queue-Id: 0A1B2C3D4E
X-Rspamd-Server: rspamd
X-Spamd-Result: default: True [16.20 / 15.00];
	GTUBE(15.00)[];
	MX_GOOD(-0.50)[];
	R_DKIM_ALLOW(-0.20)[example.org:s=s1];
	R_SPF_ALLOW(-0.20)[+ip4:192.0.2.0/24];
	ARC_NA(0.00)[];
	MIME_TRACE(0.00)[0:+]
${altered(OUTGOING, "Subject: ", "Subject: [SPAM] ")}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mail.example.net", "ESMTPS", "TLS 1.3", 306_000],
    ["mail.example.net", "4a5b6c7d8e9f", "LMTP", false, 1_000],
  ],
  theirs: [{ by: "mail.example.net", verdicts: ["dkim=pass", "dmarc=pass", "spf=pass"] }],
  spam: { by: "X-Spamd-Result", isSpam: true, score: 16.2, limit: 15 },
  headers: { lost: [], changed: ["Subject"] },
};
