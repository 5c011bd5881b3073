import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the long headers that iCloud Mail shows; nobody's mail. Each of its checks writes a field of its own. */
export const ICLOUD: DeliveredMessage = {
  by: "iCloud",
  folder: "INBOX",
  raw: String.raw`Received: from p00-icloudmta-smtpin-us-central-1k-60-percent-1 by p44-mailgateway-smtp-7c9d8b6f5-x1y2z (mailgateway 2546B44)
	with SMTP id 0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:09 GMT
X-Apple-MoveToFolder: INBOX
X-Apple-Action: MOVE_TO_FOLDER/INBOX
X-Apple-UUID: 0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f
Return-Path: <probe@example.org>
Received: from mail.example.org (mail.example.org [192.0.2.25])
	by p00-icloudmta-smtpin-us-central-1k-60-percent-1 (Postfix) with ESMTPS id 4B1C2D3E4F
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:08 +0000 (UTC)
X-ICL-SCORE: 3.332034420
X-ICL-INFO: GAtbVUseBVFGSVVESgYHVV1GWVhNQ0ZfXA==
Authentication-Results: bimi.icloud.com; bimi=none
X-ARC-Info: policy=fail; arc=none
Authentication-Results: arc.icloud.com; arc=none
Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=example.org
X-DMARC-Info: pass=pass; dmarc-policy=reject; s=u1; d=u1; pdomain=example.org
X-DMARC-Policy: v=DMARC1; p=reject
Authentication-Results: dkim-verifier.icloud.com;
	dkim=pass (2048-bit key) header.d=example.org header.i=@example.org header.b=dGhpcyBp
Authentication-Results: spf.icloud.com; spf=pass (spf.icloud.com: domain of probe@example.org designates 192.0.2.25 as permitted sender) smtp.mailfrom=probe@example.org
Received-SPF: pass (spf.icloud.com: domain of probe@example.org designates 192.0.2.25 as permitted sender) receiver=spf.icloud.com; client-ip=192.0.2.25; helo=mail.example.org; envelope-from=probe@example.org
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "p00-icloudmta-smtpin-us-central-1k-60-percent-1", "ESMTPS", true, 3_000],
    ["p00-icloudmta-smtpin-us-central-1k-60-percent-1", "p44-mailgateway-smtp-7c9d8b6f5-x1y2z", "SMTP", false, 1_000],
  ],
  theirs: [
    { by: "bimi.icloud.com", verdicts: ["bimi=none"] },
    { by: "arc.icloud.com", verdicts: ["arc=none"] },
    { by: "dmarc.icloud.com", verdicts: ["dmarc=pass"] },
    { by: "dkim-verifier.icloud.com", verdicts: ["dkim=pass"] },
    { by: "spf.icloud.com", verdicts: ["spf=pass"] },
  ],
  spam: null,
  headers: UNTOUCHED,
};
