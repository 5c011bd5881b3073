import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the raw messages that Fastmail shows and what its Authentication Milter documents; nobody's mail. The score has no limit: each reader has one. */
export const FASTMAIL: DeliveredMessage = {
  by: "Fastmail",
  folder: "INBOX",
  raw: String.raw`Received: from phl-compute-03.internal (phl-compute-03.phl.internal [10.202.2.43])
	 by sloti54d1t01 (Cyrus 3.13.0-alpha0-1108-g0123456789-fm-20261126.001-g01234567) with LMTPA;
	 Sun, 29 Nov 2026 05:00:08 -0500
X-Cyrus-Session-Id: sloti54d1t01-1795946408-1234567-2-1234567890123456789
X-Sieve: CMU Sieve 3.0
X-Spam-known-sender: no
X-Spam-sender-reputation: 500 (none)
X-Spam-score: 0.1
X-Spam-hits: BAYES_00 -1.9, ME_ZS_CLEAN -0.001, RCVD_IN_ZEN_LASTEXTERNAL 0,
  SPF_PASS -0.001, LANGUAGES en, BAYES_USED user, SA_VERSION 4.0.0
X-Spam-source: IP='192.0.2.25', Host='mail.example.org', Country='DE',
  FromHeader='org', MailFrom='org'
X-Spam-charsets: plain='us-ascii'
X-Resolved-to: reader@example.net
X-Delivered-to: reader@example.net
X-Mail-from: probe@example.org
Received: from phl-mx-05 ([10.202.2.204])
  by phl-compute-03.internal (LMTPProxy); Sun, 29 Nov 2026 05:00:08 -0500
Received: from phl-mx-05.messagingengine.com (localhost [127.0.0.1])
	by mailmx.phl.internal (Postfix) with ESMTP id 1A2B3C4D5E6
	for <reader@example.net>; Sun, 29 Nov 2026 05:00:08 -0500 (EST)
Received: from phl-mx-05.messagingengine.com (localhost [127.0.0.1])
    by phl-mx-05.messagingengine.com (Authentication Milter) with ESMTP
    id 0123456789A;
    Sun, 29 Nov 2026 05:00:07 -0500
Authentication-Results: phl-mx-05.messagingengine.com;
    x-csa=none;
    x-me-sender=none;
    x-ptr=pass smtp.helo=mail.example.org policy.ptr=mail.example.org;
    bimi=skipped (DMARC Policy is not at enforcement);
    arc=none (no signatures found);
    dkim=pass (2048-bit rsa key sha256) header.d=example.org
    header.i=@example.org header.b=dGhpcyBp header.a=rsa-sha256
    header.s=s1 x-bits=2048;
    dmarc=pass policy.published-domain-policy=none
    policy.applied-disposition=none policy.evaluated-disposition=none
    (p=none,d=none,d.eval=none) policy.policy-from=p
    header.from=example.org;
    iprev=pass smtp.remote-ip=192.0.2.25 (mail.example.org);
    spf=pass smtp.mailfrom=probe@example.org
    smtp.helo=mail.example.org;
    x-tls=pass smtp.version=TLSv1.3
Received-SPF: pass
    (example.org: Sender is authorized to use 'probe@example.org' in 'mfrom' identity (mechanism 'ip4:192.0.2.0/24' matched))
    receiver=phl-mx-05.messagingengine.com;
    identity=mailfrom;
    envelope-from="probe@example.org";
    helo=mail.example.org;
    client-ip=192.0.2.25
Received: from mail.example.org (mail.example.org [192.0.2.25])
	(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
	 key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256)
	(No client certificate requested)
	by phl-mx-05.messagingengine.com (Postfix) with ESMTPS id 0123456789A
	for <reader@example.net>; Sun, 29 Nov 2026 05:00:07 -0500 (EST)
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "phl-mx-05.messagingengine.com", "ESMTPS", "TLS 1.3", 2_000],
    ["phl-mx-05.messagingengine.com", "phl-mx-05.messagingengine.com", "ESMTP", false, 0],
    ["phl-mx-05.messagingengine.com", "mailmx.phl.internal", "ESMTP", false, 1_000],
    ["phl-mx-05", "phl-compute-03.internal", null, null, 0],
    ["phl-compute-03.internal", "sloti54d1t01", "LMTPA", false, 0],
  ],
  theirs: [
    {
      by: "phl-mx-05.messagingengine.com",
      verdicts: [
        "x-csa=none",
        "x-me-sender=none",
        "x-ptr=pass",
        "bimi=skipped",
        "arc=none",
        "dkim=pass",
        "dmarc=pass",
        "iprev=pass",
        "spf=pass",
        "x-tls=pass",
      ],
    },
  ],
  spam: { by: "X-Spam-Score", isSpam: null, score: 0.1, limit: null },
  headers: UNTOUCHED,
};
