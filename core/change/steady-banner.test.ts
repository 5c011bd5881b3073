import { expect, test } from "vitest";
import { steadyBanner } from "./steady-banner.ts";

test.each([
  [
    "mx1.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 18:42:07 +0000",
    "mx1.example.com ESMTP Exim 4.96 Tue, 01 Dec 2026 03:00:59 +0100",
  ],
  [
    "mx1.example.com ESMTP Sendmail 8.15.2/8.15.2; Mon, 23 Nov 2026 18:42:07 GMT",
    "mx1.example.com ESMTP Sendmail 8.15.2/8.15.2; Sun, 3 Jan 2027 08:02:07 +0100 (CET)",
  ],
  [
    "mail.example.com Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026 18:42:07 +0100",
    "mail.example.com Microsoft ESMTP MAIL Service ready at Wed, 25 Nov 2026 01:02:03 +0100",
  ],
  [
    "mail.example.com Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026 18:42:07 +0000 [08DCEB7F1A2B3C4D]",
    "mail.example.com Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026 18:43:07 +0000 [08DD0A7B6C5D4E3F]",
  ],
  [
    "mx.google.com ESMTP 4fb4d7f45d1cf-5e8a1b2c3d4si1234567a12.123 - gsmtp",
    "mx.google.com ESMTP e12-20020a05600c4e4c00b003fe1c332810si99.7 - gsmtp",
  ],
  ["mx1.example.com ESMTP ready (id 1234567)", "mx1.example.com ESMTP ready (id 1234568)"],
  [
    "mx1.example.com ESMTP Haraka/3.0.3 ready (9B1F2F3A-0A1B-4C2D-8E3F-112233445566)",
    "mx1.example.com ESMTP Haraka/3.0.3 ready (00112233-4455-4677-8899-AABBCCDDEEFF)",
  ],
  ["POP3 server ready <1896.697170952@dbc.mtview.ca.us>", "POP3 server ready <1931.697171003@dbc.mtview.ca.us>"],
  ["Dovecot ready. <4f1d.3.6a4b1c2d.gZ3+Qw==@mail>", "Dovecot ready. <4f21.1.6a4b1c99.Qk0+aA==@mail>"],
  ["mx1 ready at 2026-11-23T18:42:07Z", "mx1 ready at 2026-11-24T00:00:00Z"],
  ["mx1 ESMTP Mon Nov 23 18:42:07 2026", "mx1 ESMTP Tue Nov 24 18:42:08 2026"],
])("%j and %j are the same banner", (one, another) => {
  expect(steadyBanner(one)).toBe(steadyBanner(another));
});

test.each([
  ["mx1.example.com ESMTP Exim 4.96", "mx1.example.com ESMTP Exim 4.97"],
  ["mx1.example.com ESMTP Postfix (Debian/GNU)", "mx1.example.com ESMTP Postfix (Ubuntu)"],
  ["mx1.example.com ESMTP Postfix", "mx2.example.com ESMTP Postfix"],
  ["mx0123456789.example.com ESMTP", "mx9876543210.example.com ESMTP"],
  [
    "mx1.example.com ESMTP Sendmail 8.15.2/8.15.2; Mon, 23 Nov 2026 18:42:07 GMT",
    "mx1.example.com ESMTP Sendmail 8.17.1/8.17.1; Mon, 23 Nov 2026 18:42:07 GMT",
  ],
  ["mail, Version: 10.0.17763.1697 ready", "mail, Version: 10.0.20348.1 ready"],
  ["ready, trouble to <postmaster@example.com>", "ready, trouble to <abuse@example.com>"],
  ["mx1 at host [192.0.2.25] ready", "mx1 at host [192.0.2.26] ready"],
])("%j and %j are not", (one, another) => {
  expect(steadyBanner(one)).not.toBe(steadyBanner(another));
});

test.each([
  "1".repeat(10_000),
  "a1-".repeat(3_000),
  "Mon, ".repeat(2_000),
  "12:".repeat(3_000),
  "<1".repeat(5_000),
  `<${"1".repeat(9_000)}`,
  " ".repeat(10_000),
])("a hostile banner does not keep us busy", (hostile) => {
  expect(steadyBanner(hostile).length).toBeLessThanOrEqual(hostile.length);
});
