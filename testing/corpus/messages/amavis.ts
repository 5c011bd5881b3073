import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what amavis and SpamAssassin document; nobody's mail. What is tagged from 2 on is spam from 6.31 on, and nobody has a policy for DMARC. */
export const AMAVIS: DeliveredMessage = {
  by: "Postfix with amavis and SpamAssassin",
  folder: "INBOX",
  raw: String.raw`Return-Path: <probe@example.org>
Delivered-To: reader@example.net
Received: from mx.example.net
	by mx.example.net with LMTP
	id YBvLKnSTaWk9DwAAexample
	(envelope-from <probe@example.org>)
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:10 +0000
Received: from localhost (localhost [127.0.0.1])
	by mx.example.net (Postfix) with ESMTP id 5F6A7B8C9D
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:10 +0000 (UTC)
X-Virus-Scanned: Debian amavis at mx.example.net
X-Spam-Flag: NO
X-Spam-Score: 2.402
X-Spam-Level: **
X-Spam-Status: No, score=2.402 tagged_above=2 required=6.31
	tests=[BAYES_50=0.9, DKIM_SIGNED=0.1, DKIM_VALID=-0.1,
	HEADER_FROM_DIFFERENT_DOMAINS=0.25, RCVD_IN_XBL=0.375,
	RDNS_NONE=0.793, SPF_PASS=-0.001, UNWANTED=0.085]
	autolearn=no autolearn_force=no
Authentication-Results: mx.example.net (amavis); dkim=pass (2048-bit key)
	header.d=example.org
Received: from mx.example.net ([127.0.0.1])
	by localhost (mx.example.net [127.0.0.1]) (amavis, port 10024)
	with ESMTP id Ab1cD2eF3gH4 for <reader@example.net>;
	Sun, 29 Nov 2026 10:00:08 +0000 (UTC)
Received: from mail.example.org (mail.example.org [192.0.2.25])
	(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))
	(No client certificate requested)
	by mx.example.net (Postfix) with ESMTPS id 4E5F6A7B8C
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:07 +0000 (UTC)
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.example.net", "ESMTPS", "TLS 1.2", 2_000],
    ["mx.example.net", "localhost", "ESMTP", false, 1_000],
    ["localhost", "mx.example.net", "ESMTP", false, 2_000],
    ["mx.example.net", "mx.example.net", "LMTP", false, 0],
  ],
  theirs: [{ by: "mx.example.net", verdicts: ["dkim=pass"] }],
  spam: { by: "X-Spam-Status", isSpam: false, score: 2.402, limit: 6.31 },
  headers: UNTOUCHED,
};
