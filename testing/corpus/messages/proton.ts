import { altered, FIRST_HOP, OUTGOING, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the headers that Proton Mail shows and exports; nobody's mail. It writes a field for each method, and no Content-Transfer-Encoding of ours is left. */
export const PROTON: DeliveredMessage = {
  by: "Proton, as spam",
  folder: "Spam",
  raw: String.raw`X-Pm-Content-Encryption: on-delivery
X-Pm-Origin: external
X-Pm-Spamscore: 100
X-Pm-Spam-Action: spam
Return-Path: <probe@example.org>
X-Original-To: reader@example.net
Delivered-To: reader@example.net
Authentication-Results: mail.protonmail.ch; dmarc=fail (p=none dis=none)
 header.from=example.org
Authentication-Results: mail.protonmail.ch; spf=softfail smtp.mailfrom=example.org
Authentication-Results: mail.protonmail.ch; arc=none smtp.remote-ip=192.0.2.25
Authentication-Results: mail.protonmail.ch; dkim=fail reason="signature verification failed"
 (2048-bit key) header.d=example.org header.i=@example.org header.b="dGhpcyBp"
Received: from mail.example.org (mail.example.org [192.0.2.25]) (using TLSv1.3
 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange x25519
 server-signature RSA-PSS (4096 bits) server-digest SHA256) (No client
 certificate requested) by mailin025.protonmail.ch (Postfix) with ESMTPS id
 4bKy1z2x3Wz4s9 for <reader@example.net>; Sun, 29 Nov 2026 10:00:07 +0000 (UTC)
${altered(OUTGOING, "Content-Transfer-Encoding: 7bit\n", "")}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [FIRST_HOP, ["mail.example.org", "mailin025.protonmail.ch", "ESMTPS", "TLS 1.3", 2_000]],
  theirs: [
    { by: "mail.protonmail.ch", verdicts: ["dmarc=fail"] },
    { by: "mail.protonmail.ch", verdicts: ["spf=softfail"] },
    { by: "mail.protonmail.ch", verdicts: ["arc=none"] },
    { by: "mail.protonmail.ch", verdicts: ["dkim=fail"] },
  ],
  spam: null,
  headers: { lost: ["Content-Transfer-Encoding"], changed: [] },
};
