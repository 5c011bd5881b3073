import { expect, test } from "vitest";
import { hopDelaysMs, readPath, readReceived } from "./received.ts";

const AT = Date.UTC(2026, 10, 29, 10, 0, 5);

test.each([
  [
    "Postfix",
    "from mail.example.org (mail.example.org [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519) (No client certificate requested) by mx.example.com (Postfix) with ESMTPS id 4F2xyz for <a@example.com>; Sun, 29 Nov 2026 10:00:05 +0000 (UTC)",
    { from: "mail.example.org", by: "mx.example.com", protocol: "ESMTPS", at: AT, tls: "TLS 1.3" },
  ],
  [
    "Exim",
    "from [192.0.2.1] (helo=mail.example.org) by mx.example.com with esmtps (TLS1.2) tls TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 (Exim 4.96) (envelope-from <b@example.org>) id 1abc-0001; Sun, 29 Nov 2026 11:00:05 +0100",
    { from: "[192.0.2.1]", by: "mx.example.com", protocol: "esmtps", at: AT, tls: "TLS 1.2" },
  ],
  [
    "Google",
    "from mail.example.org (mail.example.org. [192.0.2.1]) by mx.google.com with ESMTPS id x12 for <a@example.com> (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256 bits=128/128); Sun, 29 Nov 2026 02:00:05 -0800 (PST)",
    { from: "mail.example.org", by: "mx.google.com", protocol: "ESMTPS", at: AT, tls: "TLS 1.3" },
  ],
  [
    "Microsoft",
    "from AM0.eurprd01.example (2603::1) by DB9.eurprd01.example (2603::2) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20; Sun, 29 Nov 2026 10:00:05 +0000",
    { from: "AM0.eurprd01.example", by: "DB9.eurprd01.example", protocol: "Microsoft SMTP Server", at: AT, tls: "TLS 1.2" },
  ],
  [
    "Dovecot's LMTP",
    "from mx.example.com by mx.example.com with LMTP id YJ0 (envelope-from <b@example.org>) for <a@example.com>; Sun, 29 Nov 2026 10:00:05 +0000",
    { from: "mx.example.com", by: "mx.example.com", protocol: "LMTP", at: AT, tls: false },
  ],
  [
    "who says only that it was encrypted",
    "by a with UTF8SMTPSA; Sun, 29 Nov 2026 10:00:05 GMT",
    { from: null, by: "a", protocol: "UTF8SMTPSA", at: AT, tls: true },
  ],
  [
    "qmail",
    "(qmail 1234 invoked by uid 89); 29 Nov 2026 10:00:05 -0000",
    { from: null, by: null, protocol: null, at: AT, tls: null },
  ],
  [
    "one without a zone",
    "by a with SMTP; Sun, 29 Nov 2026 10:00:05",
    { from: null, by: "a", protocol: "SMTP", at: null, tls: false },
  ],
  ["one without a date", "from a by b", { from: "a", by: "b", protocol: null, at: null, tls: null }],
  ["brackets without an end", "from a (((( by b; x", { from: "a", by: null, protocol: null, at: null, tls: null }],
  [
    "a semicolon in a comment",
    "from a (; (x\\) ;) by c) by b with SMTP; Sun, 29 Nov 2026 10:00:05 +0000",
    { from: "a", by: "b", protocol: "SMTP", at: AT, tls: false },
  ],
  ["nothing", "", { from: null, by: null, protocol: null, at: null, tls: null }],
])("%s is read as it writes a trace field", (_, value, hop) => {
  expect(readReceived(value)).toEqual(hop);
});

test("the way begins with the field at the bottom, and each hop took as long as from the one before", () => {
  const fields = [
    { name: "RECEIVED", value: "by c with LMTP; Sun, 29 Nov 2026 10:00:09 +0000" },
    { name: "Subject", value: "by nobody" },
    { name: "Received", value: "by b with SMTP; Sun, 29 Nov 2026 10:00:03 +0000" },
    { name: "Received", value: "by a with ESMTPS; Sun, 29 Nov 2026 10:00:05 +0000" },
    { name: "Received", value: "by the sender" },
  ];
  const hops = readPath(fields);
  expect(hops.map(({ by }) => by)).toEqual(["the", "a", "b", "c"]);
  expect(hopDelaysMs(hops, AT - 1_000)).toEqual([null, null, -2_000, 6_000]);
  expect(hopDelaysMs(hops.slice(1), AT - 1_000)).toEqual([1_000, -2_000, 6_000]);
});
