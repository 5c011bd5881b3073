import { expect, test } from "vitest";
import { clientOf } from "./client-of.ts";

const clientIn = (...values: string[]) => clientOf(values.map((value) => ({ name: "Received", value })));
const DATE = "; Sun, 29 Nov 2026 10:00:05 +0000";

test.each([
  [
    "Postfix",
    "from mail.example.org (mail.example.org [192.0.2.1]) by mx.example.com (Postfix) with ESMTPS id 4F2",
    "mail.example.org",
  ],
  [
    "Postfix of a client that calls itself another address",
    "from [10.0.0.1] (unknown [192.0.2.1]) by mx.example.com (Postfix) with SMTP id 4F2",
    null,
  ],
  ["Exim", "from [192.0.2.1] (helo=mail.example.org) by mx.example.com with esmtps (Exim 4.96) id 1abc", "mail.example.org"],
  [
    "Exim with a name",
    "from mail.example.org ([192.0.2.1]:40112) by mx.example.com with esmtps (Exim 4.96) id 1abc",
    "mail.example.org",
  ],
  ["Google", "from mail.example.org (mail.example.org. [192.0.2.1]) by mx.google.com with ESMTPS id x12", "mail.example.org"],
  [
    "Microsoft",
    "from mail.example.org (192.0.2.1) by AM0.mail.example.com (10.1.2.3) with Microsoft SMTP Server id 15.20",
    "mail.example.org",
  ],
  [
    "Fastmail",
    "from mail.example.org (mail.example.org [192.0.2.1]) by mailmx.nyi.example.com (Postfix) with ESMTPS id 1",
    "mail.example.org",
  ],
])("%s says who handed it over", (_, value, helo) => {
  expect(clientIn(value + DATE)).toEqual({ address: "192.0.2.1", helo });
});

test("IPv6 is read in both spellings", () => {
  for (const address of ["[IPv6:2001:db8::1]", "[2001:db8::1]"])
    expect(clientIn(`from a.example.org (a.example.org ${address}) by mx.example.com${DATE}`)?.address).toBe("2001:db8::1");
});

test("hops within a network, and from one server of a provider to another, are passed over", () => {
  const border = "from mail.example.org (mail.example.org [192.0.2.1]) by mx.example.com";
  const before = "from laptop.example.net (laptop [198.51.100.7]) by mail.example.org";
  expect(
    clientIn(
      `from mx.example.com (localhost [127.0.0.1]) by imap.example.com with LMTP${DATE}`,
      `from am0.example.com (2001:db8::1) by db9.example.com (2001:db8::2) with Microsoft SMTP Server${DATE}`,
      border + DATE,
      before + DATE,
    ),
  ).toEqual({ address: "192.0.2.1", helo: "mail.example.org" });
});

test("servers of one provider are of one organisation, whatever their names end with", () => {
  expect(
    clientIn(
      `from a.eurprd03.prod.outlook.com (2001:db8::1) by b.outlook.office365.com (2001:db8::2) with Microsoft SMTP Server${DATE}`,
      `from mail.example.org (192.0.2.1) by a.mail.protection.outlook.com (10.1.2.3) with Microsoft SMTP Server${DATE}`,
    ),
  ).toEqual({ address: "192.0.2.1", helo: "mail.example.org" });
});

test("where all is of one organisation, the first from a public address counts, and without one it is not to be told", () => {
  const own = `from out.example.co.uk (out.example.co.uk [192.0.2.9]) by mx.example.co.uk${DATE}`;
  expect(clientIn(own)?.address).toBe("192.0.2.9");
  expect(clientIn(own, `from a.other.co.uk (a.other.co.uk [192.0.2.1]) by out.example.co.uk${DATE}`)?.address).toBe("192.0.2.1");
  expect(clientIn(`from a (a [10.0.0.1]) by b${DATE}`, `from c by d with LMTP${DATE}`, "nonsense ((( [999.1.1.1]")).toBeNull();
});
