import { FIRST_HOP, OUTGOING, SENT, UNTOUCHED, type DeliveredMessage, type ExpectedHop } from "./delivered-message.ts";

/** Written by hand; nobody's mail. What no provider does on purpose, and everybody meets once. */
const PLAIN = { folder: "INBOX", isJunk: false, client: "192.0.2.25", theirs: [], spam: null, headers: UNTOUCHED } as const;

const BORDER = String.raw`Received: from mail.example.org (mail.example.org [192.0.2.25])
	by mx.example.net (Postfix) with ESMTPS id 4E5F6A7B8C
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:07 +0000 (UTC)
`;
const BORDER_HOP: ExpectedHop = ["mail.example.org", "mx.example.net", "ESMTPS", true, 2_000];

const FOLDED: DeliveredMessage = {
  ...PLAIN,
  by: "somebody who folds at every space",
  theirs: [{ by: "mx.example.net", verdicts: ["spf=pass", "dkim=pass"] }],
  raw: String.raw`Received:
	from
 mail.example.org
	(mail.example.org
 [192.0.2.25])
  	(using
	TLSv1.3
 with
	cipher
 TLS_AES_256_GCM_SHA384)
	by
 mx.example.net
	(Postfix)
	with
 ESMTPS
	id
 4E5F6A7B8C;
	Sun,
 29
	Nov
 2026
 10:00:07
	+0000
Authentication-Results:
	mx.example.net
	;
	spf
 =
	pass
	smtp.mailfrom
 =probe@example.org;
	dkim=
 pass
X-Spam-Status:
	No
	,
 score=1.5
	required=5.0
${OUTGOING.replace(/^Subject: Mail test /m, "Subject: Mail\n test\n\t")}`,
  path: [FIRST_HOP, ["mail.example.org", "mx.example.net", "ESMTPS", "TLS 1.3", 2_000]],
  spam: { by: "X-Spam-Status", isSpam: false, score: 1.5, limit: 5 },
};

const EIGHT_BIT: DeliveredMessage = {
  ...PLAIN,
  by: "somebody who writes UTF-8 where there is ASCII",
  theirs: [{ by: "mx.example.net", verdicts: ["spf=pass"] }],
  raw: String.raw`Received: from mail.example.org (mail.example.org [192.0.2.25])
	by mx.example.net (Postfix für Müller & Söhne — 邮件) with UTF8SMTPS id 4E5F6A7B8C
	for <grüße@example.net>; Sun, 29 Nov 2026 10:00:07 +0000 (Größe)
Authentication-Results: mx.example.net; spf=pass (Prüfung bestanden) smtp.mailfrom=probe@example.org
X-Überschrift: kein Feld
X-Spam-Status: Nein, Punkte=1,5
${OUTGOING.replace("Subject: Mail", "Subject: Prüfung: Mail")}`,
  path: [FIRST_HOP, ["mail.example.org", "mx.example.net", "UTF8SMTPS", true, 2_000]],
  headers: { lost: [], changed: ["Subject"] },
};

const chainOf = (
  instance: number,
  domain: string,
) => String.raw`ARC-Seal: i=${instance}; a=rsa-sha256; t=179594640${instance}; cv=${instance === 1 ? "none" : "pass"}; d=${domain}; s=arc; b=c2VhbA==
ARC-Message-Signature: i=${instance}; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=arc;
 h=from:to:subject:date; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=c2lnbmF0dXJl
ARC-Authentication-Results: i=${instance}; mx.${domain}; arc=${instance === 1 ? "none" : "pass"}; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org
`;

const ARC_OF_THREE: DeliveredMessage = {
  ...PLAIN,
  by: "a forwarder behind a list, with three seals",
  client: "203.0.113.80",
  theirs: [
    { by: "mx.example.net", verdicts: ["arc=pass", "spf=pass", "dkim=fail", "dmarc=fail"] },
    { by: "mx.forwarder.example", verdicts: ["dkim=pass"], isBefore: true },
  ],
  raw: String.raw`Return-Path: <srs0=a1b2=probe=example.org@forwarder.example>
${chainOf(3, "example.net")}Received: from out.forwarder.example (out.forwarder.example [203.0.113.80])
	by mx.example.net (Postfix) with ESMTPS id 3C4D5E6F7A
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:12 +0000 (UTC)
Authentication-Results: mx.example.net;
	arc=pass (i=3 spf=pass spfdomain=example.org dkim=pass dkdomain=example.org);
	spf=pass smtp.mailfrom=forwarder.example;
	dkim=fail (body hash did not verify) header.d=example.org;
	dmarc=fail (p=REJECT) header.from=example.org
${chainOf(2, "forwarder.example")}Received: from lists.example.com (lists.example.com [203.0.113.20])
	by mx.forwarder.example (Postfix) with ESMTPS id 2B3C4D5E6F
	for <reader@forwarder.example>; Sun, 29 Nov 2026 10:00:10 +0000 (UTC)
Authentication-Results: mx.forwarder.example; dkim=pass header.d=example.org
${chainOf(1, "lists.example.com")}Received: from mail.example.org (mail.example.org [192.0.2.25])
	by lists.example.com (Postfix) with ESMTPS id 1A2B3C4D5E
	for <list@lists.example.com>; Sun, 29 Nov 2026 10:00:07 +0000 (UTC)
${OUTGOING.replace("Subject: ", "Subject: [list] ").replace(/(Test \S+\n)$/, "$1\n-- \nA footer of the list\n")}`,
  path: [
    FIRST_HOP,
    ["mail.example.org", "lists.example.com", "ESMTPS", true, 2_000],
    ["lists.example.com", "mx.forwarder.example", "ESMTPS", true, 3_000],
    ["out.forwarder.example", "mx.example.net", "ESMTPS", true, 2_000],
  ],
  headers: { lost: [], changed: ["Subject"] },
};

const HOPS = Array.from({ length: 58 }, (_, index) => index + 1);
const SIXTY_HOPS: DeliveredMessage = {
  ...PLAIN,
  by: "sixty servers",
  theirs: [],
  raw: `${HOPS.toReversed()
    .map(
      (hop) => `Received: from relay${hop - 1}.example.net (relay${hop - 1}.example.net [10.0.0.${hop}])
	by relay${hop}.example.net with ESMTP id ${hop}; Sun, 29 Nov 2026 10:01:${String(hop).padStart(2, "0")} +0000
`,
    )
    .join("")}${BORDER}${OUTGOING}`,
  path: [
    FIRST_HOP,
    BORDER_HOP,
    ...HOPS.map((hop): ExpectedHop => [
      `relay${hop - 1}.example.net`,
      `relay${hop}.example.net`,
      "ESMTP",
      false,
      hop === 1 ? 54_000 : 1_000,
    ]),
  ],
};

const WITHOUT_DATES: DeliveredMessage = {
  ...PLAIN,
  by: "servers that write no dates, or none that can be one",
  theirs: [],
  raw: String.raw`Received: from store.example.net by store.example.net with LMTP; Sun, 29 Nov 2026 10:00:20 +0000
Received: from gate.example.net (gate.example.net [10.0.0.9]) by store.example.net with ESMTP id 9; yesterday
Received: (qmail 12345 invoked by uid 1001); 29 Nov 2026 10:00:15 -0000
Received: from mx.example.net (mx.example.net [10.0.0.8]) by gate.example.net with ESMTPS id 8; Sun, 31 Feb 2026 25:61:00 +0000
Received: from mail.example.org (mail.example.org [192.0.2.25]) by mx.example.net (Postfix) with ESMTPS id 4E5F6A7B8C
${OUTGOING.replace(/^Date: .*\n/m, "")}`,
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.example.net", "ESMTPS", true, null],
    ["mx.example.net", "gate.example.net", "ESMTPS", true, null],
    [null, null, null, null, null],
    ["gate.example.net", "store.example.net", "ESMTP", false, null],
    ["store.example.net", "store.example.net", "LMTP", false, null],
  ],
  headers: { lost: ["Date"], changed: [] },
};

const IN_THE_FUTURE: DeliveredMessage = {
  ...PLAIN,
  by: "a server whose clock is years ahead, and one with a zone of half an hour",
  theirs: [],
  raw: String.raw`Received: from mx.example.net by store.example.net with LMTP id 2; Sun, 29 Nov 2026 15:30:09 +0530 (IST)
Received: from mail.example.org (mail.example.org [192.0.2.25])
	by mx.example.net (Postfix) with ESMTPS id 1; Fri, 29 Nov 2030 10:00:05 GMT
${OUTGOING}`,
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.example.net", "ESMTPS", true, 126_230_400_000],
    ["mx.example.net", "store.example.net", "LMTP", false, -126_230_396_000],
  ],
};

const TWO_RESULTS: DeliveredMessage = {
  ...PLAIN,
  by: "a server with two filters, each of which writes its verdicts",
  theirs: [
    { by: "mx.example.net", verdicts: ["dmarc=pass"] },
    { by: "mx.example.net", verdicts: ["dkim=pass", "dkim=fail"] },
  ],
  raw: String.raw`Authentication-Results: mx.example.net;
	dmarc=pass (p=reject dis=none) header.from=example.org
${BORDER}Authentication-Results: mx.example.net 1;
	dkim=pass (2048-bit key; unprotected) header.d=example.org header.a=rsa-sha256;
	dkim=fail reason="key not found in DNS; or gone" header.d=other.example
${OUTGOING}`,
  path: [FIRST_HOP, BORDER_HOP],
};

const FORGED: DeliveredMessage = {
  ...PLAIN,
  by: "a sender who has written the receiver's verdicts beforehand",
  spam: { by: "X-Spam-Status", isSpam: true, score: 12, limit: 5 },
  theirs: [
    { by: "mx.example.net", verdicts: ["spf=fail", "dkim=none"] },
    { by: "mx.example.net", verdicts: ["spf=pass", "dkim=pass", "dmarc=pass"], isBefore: true },
  ],
  raw: String.raw`X-Spam-Status: Yes, score=12.0 required=5.0
${BORDER}Authentication-Results: mx.example.net; spf=fail smtp.mailfrom=example.org; dkim=none
Received: from nobody.example.org (nobody.example.org [198.51.100.99])
	by mail.example.org (Postfix) with ESMTPS id 5A6B7C8D9E; Sun, 29 Nov 2026 10:00:06 +0000
Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org
X-Spam-Status: No, score=-99.0 required=5.0
${SENT}`,
  path: [
    ["nobody.example.org", "mail.example.org", "ESMTPS", true, 1_000],
    ["mail.example.org", "mx.example.net", "ESMTPS", true, 1_000],
  ],
};

/** Messages that are odd in one way each. */
export const ODD: readonly DeliveredMessage[] = [
  FOLDED,
  EIGHT_BIT,
  ARC_OF_THREE,
  SIXTY_HOPS,
  WITHOUT_DATES,
  IN_THE_FUTURE,
  TWO_RESULTS,
  FORGED,
];
