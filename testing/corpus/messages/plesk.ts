import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Plesk documents; nobody's mail. Its verdict on SPF stands in Received-SPF. */
export const PLESK: DeliveredMessage = {
  by: "Plesk",
  folder: "INBOX",
  raw: String.raw`Return-Path: <probe@example.org>
X-Original-To: reader@example.net
Delivered-To: reader@example.net
Received: from mail.example.org (mail.example.org [192.0.2.25])
	by plesk.example.net (Postfix) with ESMTPS id 0B1C2D3E4F
	for <reader@example.net>; Sun, 29 Nov 2026 11:00:08 +0100 (CET)
Authentication-Results: plesk.example.net;
	dmarc=pass (p=REJECT sp=NONE) smtp.from=example.org header.from=example.org
Authentication-Results: plesk.example.net;
	dkim=pass header.d=example.org
Received-SPF: pass (plesk.example.net: domain of example.org designates 192.0.2.25 as permitted sender) client-ip=192.0.2.25; envelope-from=probe@example.org; helo=mail.example.org;
X-Spam-Checker-Version: SpamAssassin 4.0.0 (2022-12-13) on plesk.example.net
X-Spam-Level:
X-Spam-Status: No, score=-2.0 required=7.0 tests=BAYES_00,DKIM_SIGNED,
	DKIM_VALID,SPF_PASS autolearn=ham autolearn_force=no version=4.0.0
X-PPP-Message-ID: <179594640812.12345.1234567890123456789@plesk.example.net>
X-PPP-Vhost: example.net
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "plesk.example.net", "ESMTPS", true, 3_000]],
  theirs: [
    { by: "plesk.example.net", verdicts: ["dmarc=pass"] },
    { by: "plesk.example.net", verdicts: ["dkim=pass"] },
    { by: "plesk.example.net", verdicts: ["spf=pass"] },
  ],
  spam: { by: "X-Spam-Status", isSpam: false, score: -2, limit: 7 },
  headers: UNTOUCHED,
};
