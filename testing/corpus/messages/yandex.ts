import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after the properties of a message that Yandex Mail shows; nobody's mail. Of X-Yandex-Spam 1 is good, and 4 is spam. */
export const YANDEX: DeliveredMessage = {
  by: "Yandex, as spam",
  folder: "Spam",
  raw: String.raw`Received: from mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net (mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net [IPv6:2001:db8:6b8:c15::10])
	by mail-notsolitesrv-production-main-5.vla.yp-c.yandex.net (notsolitesrv/Yandex) with LMTPS id aBcDeFgHiJ-KlMnOpQr
	for <reader@example.net>; Sun, 29 Nov 2026 13:00:10 +0300
Received: from mail.example.org (mail.example.org [192.0.2.25])
	by mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net (mxfront/Yandex) with ESMTPS id 80aBcD0MoKo0-eFgHiJkL;
	Sun, 29 Nov 2026 13:00:08 +0300
X-Yandex-Fwd: 1
Return-Path: probe@example.org
X-Yandex-Avir: 1
Authentication-Results: mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net; spf=pass (mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net: domain of example.org designates 192.0.2.25 as permitted sender, rule=[ip4:192.0.2.0/24]) smtp.mail=probe@example.org; dkim=pass header.i=@example.org
X-Yandex-Spam: 4
${OUTGOING}`,
  isJunk: true,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net", "ESMTPS", true, 3_000],
    [
      "mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net",
      "mail-notsolitesrv-production-main-5.vla.yp-c.yandex.net",
      "LMTPS",
      true,
      2_000,
    ],
  ],
  theirs: [{ by: "mail-nwsmtp-mxfront-production-main-10.vla.yp-c.yandex.net", verdicts: ["spf=pass", "dkim=pass"] }],
  spam: { by: "X-Yandex-Spam", isSpam: true, score: null, limit: null },
  headers: UNTOUCHED,
};
