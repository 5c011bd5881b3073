import { describe, expect, onTestFinished, test } from "vitest";
import { composeTestMessage } from "#core/arrival/test-message.ts";
import { playDns, type PlayedDns } from "#testing/server/play-dns.ts";
import { makeSigningKey, signDkim } from "#testing/sign-dkim.ts";
import { readArrival, type Asking, type FoundMessage } from "./read-arrival.ts";

/** Nothing is a secret here. */
const asItIs = (text: string) => text;

const AT = Date.UTC(2026, 10, 29, 10, 0, 5);
const CLIENT = "192.0.2.1";
const SENT = composeTestMessage({
  from: "sender@example.com",
  to: "reader@example.net",
  token: "k7d2m9x4q8w1z5r3t6y0p2s4v",
  sentAt: AT,
  host: "probe.example.org",
  abuse: "https://probe.example.org/abuse",
});
const TRACE = `Received: from mail.example.com (mail.example.com [${CLIENT}]) by mx.example.net (Postfix) with ESMTPS id 4F2xyz; Sun, 29 Nov 2026 10:00:08 +0000\r\n`;
const KEY = makeSigningKey("example.com");
const OTHER_KEY = makeSigningKey("other.example");
const BELOW_KEY = makeSigningKey("mail.example.com");
const KEYS = Object.fromEntries([KEY, OTHER_KEY, BELOW_KEY].map(({ name, record }) => [name, record]));

type Texts = NonNullable<Parameters<typeof playDns>[1]>["texts"];

const policy = (rest = "p=reject") => ({ "_dmarc.example.com": [[`v=DMARC1; ${rest}`]] });

async function ask(
  texts: Texts = {},
  zone: Parameters<typeof playDns>[0] = () => "nxdomain",
): Promise<Asking & { dns: PlayedDns }> {
  const dns = await playDns(zone, { texts: { ...KEYS, ...texts } });
  onTestFinished(() => dns.close());
  return { dnsServers: [dns.address], allowPrivate: true, limitMs: 600, dns };
}

async function read(raw: string, texts: Texts = {}, found: Partial<FoundMessage> = {}) {
  const asking = await ask(texts);
  const message = { raw, sizeBytes: null, folder: "INBOX", isJunk: false, arrivedAt: AT + 9_400, ...found };
  return readArrival(message, { text: SENT, sender: "sender@example.com", at: AT }, asking, asItIs);
}

test("a message tells its folder, its size, its way with the delay of each hop, and what was added or lost", async () => {
  const raw = `Return-Path: <sender@example.com>\r\nReceived: from mx.example.net by mx.example.net with LMTP id YJ0; Sun, 29 Nov 2026 10:00:14 +0000\r\n${TRACE}${SENT.replace(/^Subject: /m, "Subject: [SPAM] ").replace(/^X-Auto.*\r\n/m, "")}`;
  const arrival = await read(raw, {}, { folder: "Junk", isJunk: true });
  expect(arrival).toMatchObject({ folder: "Junk", isJunk: true, sizeBytes: raw.length, sentAt: AT, delayMs: 9_400 });
  expect(arrival.hops.map(({ from, by, tls, delayMs }) => ({ from, by, tls, delayMs }))).toEqual([
    { from: "mail.example.com", by: "mx.example.net", tls: true, delayMs: 3_000 },
    { from: "mx.example.net", by: "mx.example.net", tls: false, delayMs: 6_000 },
  ]);
  expect(arrival.headers).toEqual({ lost: ["X-Auto-Response-Suppress"], changed: ["Subject"] });
});

describe("SPF", () => {
  test.each<[string, NonNullable<Texts>[string], string]>([
    ["pass", [["v=spf1 ip4:192.0.2.0/24 -all"]], `${CLIENT} for example.com`],
    ["pass", [["v=spf1 include:_spf.example.com -all"]], `${CLIENT} for example.com`],
    ["fail", [["v=spf1 ip4:198.51.100.7 -all"]], `${CLIENT} for example.com`],
    ["softfail", [["v=spf1 ~all"]], `${CLIENT} for example.com`],
    ["neutral", [["v=spf1 ?all"]], `${CLIENT} for example.com`],
    ["neutral", [["v=spf1 ip6:2001:db8::/32"]], `${CLIENT} for example.com`],
    ["none", [["some other text"]], `${CLIENT} for example.com`],
    ["permerror", [["v=spf1 -all"], ["v=spf1 ~all"]], expect.stringContaining("multiple SPF records") as string],
    ["permerror", [["v=spf1 ip4:nonsense -all"]], expect.stringContaining("invalid IP address") as string],
    ["permerror", [["v=spf1 include:nobody.example -all"]], expect.any(String) as string],
    ["temperror", "silence", expect.any(String) as string],
    ["temperror", [["v=spf1 include:silent.example -all"]], expect.any(String) as string],
  ])("is %s where the record says %j", async (result, record, detail) => {
    const texts = {
      "example.com": record,
      "_spf.example.com": [["v=spf1 ip4:192.0.2.1 -all"]],
      "silent.example": "silence" as const,
    };
    const { ours } = await read(TRACE + SENT, texts);
    expect(ours.spf).toEqual({ result, detail });
  });

  test("is of the sender that the last server wrote down, or of the client's name where there is none", async () => {
    const texts = { "forwarder.example": [["v=spf1 ip4:192.0.2.1 -all"]], "mail.example.com": [["v=spf1 -all"]] };
    const forwarded = await read(`Return-Path: <srs0=x@forwarder.example>\r\n${TRACE}${SENT}`, texts);
    expect(forwarded.ours.spf).toEqual({ result: "pass", detail: `${CLIENT} for forwarder.example` });
    const bounce = await read(`Return-Path: <>\r\n${TRACE}${SENT}`, texts);
    expect(bounce.ours.spf).toEqual({ result: "fail", detail: `${CLIENT} for mail.example.com` });
  });

  test("is not to be told where every hop is within a network of its own", async () => {
    const inside = TRACE.replace(CLIENT, "10.1.2.3");
    expect((await read(inside + SENT)).ours).toMatchObject({ spf: null, dmarc: { result: "none" } });
    const policy = { "_dmarc.example.com": [["v=DMARC1; p=reject"]] };
    expect((await read(inside + SENT, policy)).ours.dmarc).toBeNull();
  });
});

describe("DKIM", () => {
  test.each<[string, unknown, (message: string) => string]>([
    ["pass", "example.com, key s1", (message) => message],
    ["fail", "example.com, key s1: body hash did not verify", (message) => `${message}A footer.\r\n`],
    ["fail", "example.com, key s1: bad signature", (message) => message.replace("Subject: Mail", "Subject: [x] Mail")],
    ["permerror", "example.com, key s2: no key", (message) => message.replace("s=s1", "s=s2")],
    ["permerror", "example.com, key bad: invalid public key", (message) => message.replace("s=s1", "s=bad")],
    ["temperror", expect.stringContaining("key silent: DNS failure"), (message) => message.replace("s=s1", "s=silent")],
    ["permerror", "the signature makes no sense", (message) => message.replace("a=rsa-sha256", "a=rot13")],
    ["pass", "example.com, key s1", (message) => signDkim(message, OTHER_KEY).replace("s=s1", "s=none")],
  ])("is %s: %s", async (result, detail, change) => {
    const texts = { "bad._domainkey.example.com": [["v=DKIM1; p=?"]], "silent._domainkey.example.com": "silence" as const };
    const { ours } = await read(TRACE + change(signDkim(SENT, KEY)), texts);
    expect(ours.dkim).toEqual({ result, detail });
  });

  test("is none where nobody signed, and neutral where the signature had run out when the message came", async () => {
    expect((await read(TRACE + SENT)).ours.dkim).toEqual({ result: "none", detail: null });
    const seconds = AT / 1_000;
    const before = await read(signDkim(SENT, KEY, `t=${seconds - 90}; x=${seconds - 60}; `));
    expect(before.ours.dkim).toEqual({ result: "neutral", detail: "example.com, key s1: expired" });
    expect((await read(signDkim(SENT, KEY, `t=${seconds}; x=${seconds + 60}; `))).ours.dkim?.result).toBe("pass");
  });

  test("the signature in RFC 8463 holds", async () => {
    const key = {
      "brisbane._domainkey.football.example.com": [["v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="]],
    };
    const raw = [
      "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;",
      " d=football.example.com; i=@football.example.com;",
      " q=dns/txt; s=brisbane; t=1528637909; h=from : to :",
      " subject : date : message-id : from : subject : date;",
      " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;",
      " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus",
      " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==",
      "From: Joe SixPack <joe@football.example.com>",
      "To: Suzie Q <suzie@shopping.example.net>",
      "Subject: Is dinner ready?",
      "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
      "Message-ID: <20030712040037.46341.5F8J@football.example.com>",
      "",
      "Hi.",
      "",
      "We lost the game.  Are you hungry yet?",
      "",
      "Joe.",
      "",
    ].join("\n"); // as a mailbox keeps it
    expect((await read(raw, key)).ours.dkim).toEqual({ result: "pass", detail: "football.example.com, key brisbane" });
  });
});

describe("DMARC", () => {
  const SPF = { "example.com": [["v=spf1 ip4:192.0.2.1 -all"]], "mail.example.com": [["v=spf1 ip4:192.0.2.1 -all"]] };
  const RETURN = "Return-Path: <bounce@mail.example.com>\r\n";
  const ELSEWHERE = "Return-Path: <bounce@other.example>\r\n";

  test.each<[string, string | null, string, Texts]>([
    ["none", "example.com has no policy", TRACE + SENT, SPF],
    ["pass", "example.com by SPF, policy reject", TRACE + SENT, { ...SPF, ...policy() }],
    ["pass", "example.com by SPF, policy reject", RETURN + TRACE + SENT, { ...SPF, ...policy() }],
    [
      "fail",
      "example.com by neither DKIM nor SPF, policy reject",
      RETURN + TRACE + SENT,
      { ...SPF, ...policy("p=reject; aspf=s") },
    ],
    ["pass", "example.com by DKIM, policy none", ELSEWHERE + TRACE + signDkim(SENT, KEY), policy("p=none")],
    ["pass", "example.com by DKIM, policy reject", ELSEWHERE + TRACE + signDkim(SENT, BELOW_KEY), policy()],
    [
      "fail",
      "example.com by neither DKIM nor SPF, policy reject",
      ELSEWHERE + TRACE + signDkim(SENT, BELOW_KEY),
      policy("p=reject; adkim=s"),
    ],
    ["pass", "example.com by DKIM, policy reject", ELSEWHERE + TRACE + signDkim(SENT, KEY), policy("p=reject; adkim=s")],
    ["pass", "example.com by DKIM and SPF, policy quarantine", TRACE + signDkim(SENT, KEY), { ...SPF, ...policy("p=quarantine") }],
    ["fail", "example.com by neither DKIM nor SPF, policy reject", ELSEWHERE + TRACE + signDkim(SENT, OTHER_KEY), policy()],
    ["fail", "example.com by neither DKIM nor SPF, policy none", TRACE + SENT, policy("p=none")],
    ["permerror", "From names 2 senders", TRACE + SENT.replace("From: <", "From: <a@b.example>, <"), policy()],
    ["temperror", null, TRACE + SENT, { ...SPF, "_dmarc.example.com": "silence" }],
  ])("is %s: %s", async (result, detail, raw, texts) => {
    expect((await read(raw, texts)).ours.dmarc).toEqual({ result, detail });
  });
});
