import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the original that Zoho Mail shows; nobody's mail. */
export const ZOHO: DeliveredMessage = {
  by: "Zoho",
  folder: "INBOX",
  raw: String.raw`Delivered-To: reader@example.net
Received-SPF: pass (zohomail.com: domain of example.org designates 192.0.2.25 as permitted sender) client-ip=192.0.2.25; envelope-from=probe@example.org; helo=mail.example.org;
Authentication-Results: mx.zohomail.com;
	dkim=pass;
	spf=pass (zohomail.com: domain of example.org designates 192.0.2.25 as permitted sender) smtp.mailfrom=probe@example.org;
	dmarc=pass(p=reject dis=none) header.from=example.org
ARC-Seal: i=1; a=rsa-sha256; t=1795946407; cv=none;
	d=zohomail.com; s=zohoarc;
	b=c2VhbA==
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=zohomail.com; s=zohoarc; t=1795946407;
	h=Content-Type:Content-Transfer-Encoding:Date:From:MIME-Version:Message-ID:Subject:To;
	bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
	b=c2lnbmF0dXJl
ARC-Authentication-Results: i=1; mx.zohomail.com;
	dkim=pass;
	spf=pass (zohomail.com: domain of example.org designates 192.0.2.25 as permitted sender) smtp.mailfrom=probe@example.org;
	dmarc=pass header.from=<probe@example.org> (p=reject dis=none)
Return-Path: <probe@example.org>
Received: from mail.example.org (mail.example.org [192.0.2.25]) by mx.zohomail.com
	with SMTPS id 1795946407890123.4567890123456;
	Sun, 29 Nov 2026 02:00:07 -0800 (PST)
X-ZohoMail-DKIM: pass (identity @example.org)
X-Zoho-Virus-Status: 1
X-Zoho-AV-Stamp: zmail-av-1.4.2/262.7.99
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "mx.zohomail.com", "SMTPS", true, 2_000]],
  theirs: [{ by: "mx.zohomail.com", verdicts: ["dkim=pass", "spf=pass", "dmarc=pass"] }],
  spam: null,
  headers: UNTOUCHED,
};
