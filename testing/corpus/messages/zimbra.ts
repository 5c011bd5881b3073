import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Zimbra writes, with its LHLO and a Return-Path without brackets; nobody's mail. Between its servers it goes through amavis. */
export const ZIMBRA: DeliveredMessage = {
  by: "Zimbra",
  folder: "INBOX",
  raw: String.raw`Return-Path: probe@example.org
Received: from zimbra.example.net (LHLO zimbra.example.net) (203.0.113.40) by
 zimbra.example.net with LMTP; Sun, 29 Nov 2026 11:00:11 +0100 (CET)
Received: from localhost (localhost [127.0.0.1])
	by zimbra.example.net (Postfix) with ESMTP id 1A2B3C4D5E
	for <reader@example.net>; Sun, 29 Nov 2026 11:00:10 +0100 (CET)
X-Virus-Scanned: amavisd-new at zimbra.example.net
X-Spam-Flag: NO
X-Spam-Score: -1.998
X-Spam-Level:
X-Spam-Status: No, score=-1.998 required=6.6 tests=[BAYES_00=-1.9,
	DKIM_SIGNED=0.1, DKIM_VALID=-0.1, DKIM_VALID_AU=-0.1, SPF_PASS=-0.001]
	autolearn=ham autolearn_force=no
Authentication-Results: zimbra.example.net (amavisd-new);
	dkim=pass (2048-bit key) header.d=example.org
Received: from zimbra.example.net ([127.0.0.1])
	by localhost (zimbra.example.net [127.0.0.1]) (amavisd-new, port 10032)
	with ESMTP id aBcDeFgHiJkL for <reader@example.net>;
	Sun, 29 Nov 2026 11:00:09 +0100 (CET)
Received: from mail.example.org (mail.example.org [192.0.2.25])
	(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))
	(No client certificate requested)
	by zimbra.example.net (Postfix) with ESMTPS id 0A1B2C3D4E
	for <reader@example.net>; Sun, 29 Nov 2026 11:00:08 +0100 (CET)
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "zimbra.example.net", "ESMTPS", "TLS 1.2", 3_000],
    ["zimbra.example.net", "localhost", "ESMTP", false, 1_000],
    ["localhost", "zimbra.example.net", "ESMTP", false, 1_000],
    ["zimbra.example.net", "zimbra.example.net", "LMTP", false, 1_000],
  ],
  theirs: [{ by: "zimbra.example.net", verdicts: ["dkim=pass"] }],
  spam: { by: "X-Spam-Status", isSpam: false, score: -1.998, limit: 6.6 },
  headers: UNTOUCHED,
};
