import { FIRST_HOP, OUTGOING, UNTOUCHED, type DeliveredMessage } from "./delivered-message.ts";

/** Written by hand after what Postfix and Dovecot document; nobody's mail. Nothing looks at it, and nothing is said of it. */
export const POSTFIX_DOVECOT: DeliveredMessage = {
  by: "Postfix with Dovecot",
  folder: "INBOX",
  raw: String.raw`Return-Path: <probe@example.org>
Delivered-To: reader@example.net
Received: from mx.example.net
	by mx.example.net with LMTP
	id OjK1LmN2aWkDAQAAexample
	(envelope-from <probe@example.org>)
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:07 +0000
Received: from mail.example.org (mail.example.org [192.0.2.25])
	by mx.example.net (Postfix) with ESMTP id 2C3D4E5F6A
	for <reader@example.net>; Sun, 29 Nov 2026 10:00:07 +0000 (UTC)
${OUTGOING}`,
  isJunk: false,
  client: "192.0.2.25",
  path: [
    FIRST_HOP,
    ["mail.example.org", "mx.example.net", "ESMTP", false, 2_000],
    ["mx.example.net", "mx.example.net", "LMTP", false, 0],
  ],
  theirs: [],
  spam: null,
  headers: UNTOUCHED,
};
