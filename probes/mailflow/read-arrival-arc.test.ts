import { sealMessage } from "mailauth/lib/arc/index.js";
import { expect, onTestFinished, test } from "vitest";
import { playDns } from "#testing/server/play-dns.ts";
import { makeSigningKey } from "#testing/sign-dkim.ts";
import { readArrival } from "./read-arrival.ts";

/** Nothing is a secret here. */
const asItIs = (text: string) => text;

const AT = Date.UTC(2026, 10, 29, 10, 0, 5);
const MESSAGE = "From: a@example.com\r\nTo: b@example.net\r\nSubject: Mail test\r\n\r\nBody\r\n";
const KEY = makeSigningKey("list.example");

/** The message as a mailing list passes it on, which looked at it first. */
async function sealed(): Promise<string> {
  const seal = {
    i: 1,
    cv: "none",
    authResults: "mx.list.example; spf=pass smtp.mailfrom=a@example.com; dkim=pass header.i=@example.com",
    signingDomain: KEY.domain,
    selector: KEY.selector,
    privateKey: KEY.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    signTime: new Date(AT - 1_000),
  };
  const header = await sealMessage(Buffer.from(MESSAGE), seal);
  return header.toString("latin1") + MESSAGE;
}

test.each<[string, string | null, (message: string) => string, (typeof KEY)["record"] | "silence"]>([
  ["pass", "i=1 spf=pass dkim=pass dkdomain=example.com", (message) => message, KEY.record],
  ["fail", "i=1 no valid signature", (message) => message.replace("Body", "Other body"), KEY.record],
  ["fail", "i=1 seal signature validation failed", (message) => message.replace("spf=pass", "spf=fail"), KEY.record],
  ["temperror", null, (message) => message, "silence"],
  ["none", null, () => MESSAGE, KEY.record],
])("ARC is %s: %s", async (result, detail, change, record) => {
  const dns = await playDns(() => "nxdomain", { texts: { [KEY.name]: record } });
  onTestFinished(() => dns.close());
  const found = { raw: change(await sealed()), sizeBytes: null, folder: "INBOX", isJunk: false, arrivedAt: AT };
  const asking = { dnsServers: [dns.address], allowPrivate: true, limitMs: 400 };
  const { ours } = await readArrival(found, { text: MESSAGE, sender: "a@example.com", at: AT }, asking, asItIs);
  expect(ours.arc).toEqual({ result, detail });
});
