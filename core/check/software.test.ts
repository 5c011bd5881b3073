import { expect, test } from "vitest";
import { softwareOf } from "./software.ts";

test.each([
  ["mx1.example.com ESMTP Postfix (Debian/GNU)", "Postfix"],
  ["mx1.example.com ESMTP Postfix (3.7.11)", "Postfix 3.7.11"],
  ["mx1.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 18:42:07 +0000", "Exim 4.96"],
  ["mx1.example.com ESMTP Exim 4.94.2-31503 #2 Mon, 23 Nov 2026 18:42:07 +0000", "Exim 4.94.2-31503"],
  ["mx1.example.com ESMTP Sendmail 8.15.2/8.15.2; Mon, 23 Nov 2026 18:42:07 GMT", "Sendmail 8.15.2"],
  ["mx1.example.com ESMTP OpenSMTPD", "OpenSMTPD"],
  ["mail.example.com Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026 18:42:07 +0100", "Microsoft Exchange"],
  [
    "mail Microsoft ESMTP MAIL Service, Version: 10.0.17763.1697 ready at  Mon, 23 Nov 2026 18:42:07",
    "Microsoft SMTP 10.0.17763.1697",
  ],
  ["mx1.example.com ESMTP Haraka/3.0.3 ready", "Haraka 3.0.3"],
  ["mx1.example.com Stalwart ESMTP at your service", "Stalwart"],
  ["mx.google.com ESMTP 4fb4d7f45d1cf-5e8a1b2c3d4si1234567a12.123 - gsmtp", "Google"],
  ["email-smtp.amazonaws.com ESMTP SimpleEmailService-d-A1B2C3D4E abcDEF123", "Amazon SES"],
  ["Dovecot (Debian) ready.", "Dovecot"],
  ["mail.example.com Cyrus IMAP 3.6.1-Debian-3.6.1-4 server ready", "Cyrus 3.6.1"],
  ["Courier-IMAP ready. Copyright 1998-2022 Double Precision, Inc.", "Courier"],
  ["mail.example.com IMAP4rev1 2007f.404 at Mon, 23 Nov 2026 18:42:07 +0000 (UTC)", "UW IMAP 2007f.404"],
  ["The Microsoft Exchange POP3 service is ready.", "Microsoft Exchange"],
  ["Gimap ready for requests from 192.0.2.1 a640c23a62f3a", "Google"],
  ["mx1.example.com ESMTP", null],
  ["mx1.example.com ready", null],
])("%j is the banner of %j", (banner, software) => {
  expect(softwareOf(banner)).toBe(software);
});
