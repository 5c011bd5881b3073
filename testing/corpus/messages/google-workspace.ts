import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/**
 * Written by hand after what Google documents of Workspace; nobody's mail. An administrator's rule has it write X-Gm-Spam, a signature of the sender's
 * broke on the way, and it is in the folder for spam as IMAP names it.
 */
export const GOOGLE_WORKSPACE: DeliveredMessage = {
  by: "Google Workspace, as spam",
  folder: "[Gmail]/Spam",
  raw: String.raw`Delivered-To: reader@example.net
Received: by 2002:a05:6402:40cf:b0:5c8:1a2b:3c4d with SMTP id z15csp2345678edb;
        Sun, 29 Nov 2026 02:00:10 -0800 (PST)
X-Gm-Spam: 1
X-Gm-Phishy: 0
X-Received: by 2002:a05:600c:4507:b0:434:a1b2:c3d4 with SMTP id 5b1f17b1804b1-434a1b2c3d4mr234567895e9.7.1795946409123;
        Sun, 29 Nov 2026 02:00:09 -0800 (PST)
Return-Path: <probe@example.org>
Received: from mail.example.org (mail.example.org. [2001:db8:25::25])
        by mx.google.com with ESMTPS id 5b1f17b1804b1-434a1b2c3d5si2345675e9.9.2026.11.29.02.00.08
        for <reader@example.net>
        (version=TLS1_2 cipher=ECDHE-ECDSA-AES128-GCM-SHA256 bits=128/128);
        Sun, 29 Nov 2026 02:00:08 -0800 (PST)
Received-SPF: softfail (google.com: domain of transitioning probe@example.org does not designate 2001:db8:25::25 as permitted sender) client-ip=2001:db8:25::25;
Authentication-Results: mx.google.com;
       dkim=fail header.i=@example.org header.s=s1 header.b=dGhpcyBp;
       spf=softfail (google.com: domain of transitioning probe@example.org does not designate 2001:db8:25::25 as permitted sender) smtp.mailfrom=probe@example.org;
       dmarc=fail (p=NONE sp=NONE dis=NONE arc=notpresent) header.from=example.org
${OUTGOING}`,
  isJunk: true,
  client: "2001:db8:25::25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.google.com", "ESMTPS", "TLS 1.2", 3_000],
    [null, "2002:a05:6402:40cf:b0:5c8:1a2b:3c4d", "SMTP", false, 2_000],
  ],
  theirs: [{ by: "mx.google.com", verdicts: ["dkim=fail", "spf=softfail", "dmarc=fail"] }],
  spam: { by: "X-Gm-Spam", isSpam: true, score: null, limit: null },
  headers: UNTOUCHED,
};
