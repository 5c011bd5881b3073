import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Gmail shows as the original of a message; nobody's mail. Its verdicts stand below the trace field of its border. */
export const GMAIL: DeliveredMessage = {
  by: "Gmail",
  folder: "INBOX",
  raw: String.raw`Delivered-To: reader@example.net
Received: by 2002:a05:7300:6c88:b0:12a:3c4d:5e6f with SMTP id a8csp1234567dyk;
        Sun, 29 Nov 2026 02:00:08 -0800 (PST)
X-Google-Smtp-Source: AGHT+IFexampleexampleexampleexampleexampleexample
X-Received: by 2002:a17:902:e850:b0:2a1:b2c3:d4e5 with SMTP id d9443c01a7336-2a1b2c3d4e5mr1234567plg.1.1795946407890;
        Sun, 29 Nov 2026 02:00:07 -0800 (PST)
ARC-Seal: i=1; a=rsa-sha256; t=1795946407; cv=none;
        d=google.com; s=arc-20240605;
        b=c2VhbA==
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc-20240605;
        h=message-id:date:subject:to:from:dkim-signature;
        bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=c2lnbmF0dXJl; dara=google.com
ARC-Authentication-Results: i=1; mx.google.com;
       dkim=pass header.i=@example.org header.s=s1 header.b=dGhpcyBp;
       spf=pass (google.com: domain of probe@example.org designates 192.0.2.25 as permitted sender) smtp.mailfrom=probe@example.org;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org
Return-Path: <probe@example.org>
Received: from mail.example.org (mail.example.org. [192.0.2.25])
        by mx.google.com with ESMTPS id d9443c01a7336-2a1b2c3d4e6si1234567plg.123.2026.11.29.02.00.07
        for <reader@example.net>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Sun, 29 Nov 2026 02:00:07 -0800 (PST)
Received-SPF: pass (google.com: domain of probe@example.org designates 192.0.2.25 as permitted sender) client-ip=192.0.2.25;
Authentication-Results: mx.google.com;
       dkim=pass header.i=@example.org header.s=s1 header.b=dGhpcyBp;
       spf=pass (google.com: domain of probe@example.org designates 192.0.2.25 as permitted sender) smtp.mailfrom=probe@example.org;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.google.com", "ESMTPS", "TLS 1.3", 2_000],
    [null, "2002:a05:7300:6c88:b0:12a:3c4d:5e6f", "SMTP", false, 1_000],
  ],
  theirs: [{ by: "mx.google.com", verdicts: ["dkim=pass", "spf=pass", "dmarc=pass"] }],
  spam: null,
  headers: UNTOUCHED,
};
